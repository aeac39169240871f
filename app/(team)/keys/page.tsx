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
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFeatures } from "../../load-features";
import { ForbiddenPage } from "../forbidden-page";
import { createKey, revokeKey, rotateKey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("title") };
}

export default async function KeysPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "key:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, locale, timeZone, keys, features] = await Promise.all([
    getTranslations("keys"),
    getLocale(),
    getTimeZone(),
    listKeys(context),
    loadFeatures(),
  ]);
  const mayMake = features.api && (features.member_keys || isAllowed(context.actor, "key:write-team"));
  const time = (at: Date) => formatDateTime(at.toISOString(), locale, timeZone);
  const list = new Intl.ListFormat(locale);
  const view = (key: ListedKey): KeyView => ({
    ...{ id: key.id, name: key.name, end: key.tokenEnd, owner: key.owner.name, state: key.state },
    spent: key.spent,
    lastUsed: key.lastUsedAt && time(key.lastUsedAt),
    expires: key.expiresAt && time(key.expiresAt),
    notes: [
      ...(key.models ? [t("onlyModels", { models: list.format(key.models) })] : []),
      ...(key.modes ? [t("onlyModels", { models: list.format(key.modes) })] : []),
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
        acts={{ createKey, rotateKey, revokeKey }}
      />
    </PageFrame>
  );
}
