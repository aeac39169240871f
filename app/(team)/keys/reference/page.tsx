import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ApiNav } from "@/components/team/api/api-nav";
import { BaseUrl } from "@/components/team/api/base-url";
import { Reference } from "@/components/team/api/reference";
import { PageFrame } from "@/components/team/page-frame";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { toLocale } from "@/lib/i18n/locale";
import { apiBaseUrl } from "@/lib/openai-api/api-base-url";
import { readDocument } from "@/lib/openai-api/reference/read-document";
import { toReference } from "@/lib/openai-api/reference/reference-view";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFeatures } from "../../../load-features";
import { ForbiddenPage } from "../../forbidden-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.reference"))("title") };
}

export default async function ReferencePage() {
  const viewer = await requireViewer();
  if (!isAllowed(viewer.context.actor, "key:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, locale, features] = await Promise.all([
    getTranslations("api.reference"),
    getLocale(),
    loadFeatures(),
  ]);
  const baseUrl = apiBaseUrl();
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <ApiNav current="reference" />
      {features.api ? (
        <>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <BaseUrl url={baseUrl} />
            <a href="/api/v1/openapi.json" className="text-sm underline underline-offset-4">
              {t("document")}
            </a>
          </div>
          <Reference operations={toReference(await readDocument(toLocale(locale)))} baseUrl={baseUrl} />
        </>
      ) : (
        <Notice>{t("off")}</Notice>
      )}
    </PageFrame>
  );
}
