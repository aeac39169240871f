import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ApiNav } from "@/components/team/api/api-nav";
import { Playground } from "@/components/team/api/playground";
import { PageFrame } from "@/components/team/page-frame";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { requireViewer } from "@/lib/auth/page-viewer";
import { apiBaseUrl } from "@/lib/openai-api/api-base-url";
import { listAnswerers } from "@/lib/openai-api/list-models";
import { isAllowed } from "@/lib/permissions/require-permission";
import { loadFeatures } from "../../../load-features";
import { ForbiddenPage } from "../../forbidden-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api.playground"))("title") };
}

export default async function PlaygroundPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "chat:use")) return <ForbiddenPage viewer={viewer} />;
  const [t, off, features, answerers] = await Promise.all([
    getTranslations("api.playground"),
    getTranslations("api.reference"),
    loadFeatures(),
    listAnswerers(context),
  ]);
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <ApiNav current="playground" />
      {!features.api ? (
        <Notice>{off("off")}</Notice>
      ) : answerers.length === 0 ? (
        <EmptyState
          icon={<FlaskConical />}
          title={t("none")}
          action={
            isAllowed(context.actor, "provider:write") && (
              <Button asChild variant="primary">
                <Link href="/providers">{t("connect")}</Link>
              </Button>
            )
          }
        >
          {t("noneBody")}
        </EmptyState>
      ) : (
        <Playground models={answerers.map(({ id }) => id)} baseUrl={apiBaseUrl()} />
      )}
    </PageFrame>
  );
}
