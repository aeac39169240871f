import type { Metadata } from "next";
import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { ApiNav } from "@/components/team/api/api-nav";
import { BaseUrl } from "@/components/team/api/base-url";
import { KeyList } from "@/components/team/keys/key-list";
import type { KeyView } from "@/components/team/keys/key-view";
import { PageFrame } from "@/components/team/page-frame";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";

import { formatDateTime } from "@/lib/format/date-time";
import { type ListedKey, listKeys } from "@/lib/keys/list-keys";
import { apiBaseUrl } from "@/lib/openai-api/api-base-url";
import { listAnswerers } from "@/lib/openai-api/list-models";
import { isAllowed } from "@/lib/permissions/require-permission";
import type { ChosenMode } from "@/lib/router/choice";
import { loadFeatures } from "../../load-features";
import { ForbiddenPage } from "../forbidden-page";
import { createKey, limitKey, revokeKey, rotateKey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("title") };
}

export default async function KeysPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "key:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, names, locale, timeZone, keys, features, answerers] = await Promise.all([
    getTranslations("keys"),
    getTranslations("chat"),
    getLocale(),
    getTimeZone(),
    listKeys(context),
    loadFeatures(),
    listAnswerers(context),
  ]);
  const mayMake = features.api && (features.member_keys || isAllowed(context.actor, "key:write-team"));
  const time = (at: Date) => formatDateTime(at.toISOString(), locale, timeZone);
  const list = new Intl.ListFormat(locale);
  const modesNote = (modes: readonly ChosenMode[]) =>
    modes.length === 0
      ? t("noModes")
      : t("onlyModes", { modes: list.format(modes.map((mode) => names(mode))) });
  const view = (key: ListedKey): KeyView => ({
    ...{ id: key.id, name: key.name, end: key.tokenEnd, owner: key.owner.name, state: key.state },
    spent: key.spent,
    limits: { models: key.models, modes: key.modes },
    lastUsed: key.lastUsedAt && time(key.lastUsedAt),
    expires: key.expiresAt && time(key.expiresAt),
    notes: [
      ...(key.models ? [t("onlyModels", { models: list.format(key.models) })] : []),
      ...(key.modes ? [modesNote(key.modes)] : []),
      ...(key.addresses ? [t("onlyFrom", { addresses: list.format(key.addresses) })] : []),
      ...(key.state === "works" && key.previousUntil && key.previousUntil > new Date()
        ? [t("overlap", { time: time(key.previousUntil) })]
        : []),
    ],
  });
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <ApiNav current="keys" />
      {!mayMake && <Notice>{t(features.api ? "membersOff" : "apiOff")}</Notice>}
      {features.api && <BaseUrl url={apiBaseUrl()} />}
      <KeyList
        keys={keys.map(view)}
        mayMake={mayMake}
        withOwner={isAllowed(context.actor, "key:read-team")}
        names={answerers.filter(({ owned_by }) => owned_by !== "wye").map(({ id }) => id)}
        acts={{ createKey, rotateKey, limitKey, revokeKey }}
      />
    </PageFrame>
  );
}
