import { Plug } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/team/page-frame";
import { RouterNav } from "@/components/team/router/router-nav";
import { RoutingEditor } from "@/components/team/router/routing-editor";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireViewer } from "@/lib/auth/page-viewer";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { viewRouting } from "@/lib/routing/view-routing";
import { ForbiddenPage } from "../forbidden-page";
import { loadRouting, saveRouting, tryRouting } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("router"))("title") };
}

export default async function RouterPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "mode:write")) return <ForbiddenPage viewer={viewer} />;
  const [t, locale] = await Promise.all([getTranslations("router"), getLocale()]);
  const view = await viewRouting(context, toLocale(locale));
  return (
    <PageFrame wide title={t("title")} intro={t("intro")}>
      <RouterNav current="policy" />
      {view.models.every(({ demo }) => demo) ? (
        <EmptyState
          icon={<Plug aria-hidden="true" />}
          title={t("noModels")}
          action={
            <Button asChild variant="primary">
              <Link href="/providers">{t("connect")}</Link>
            </Button>
          }
        >
          {t("noModelsHint")}
        </EmptyState>
      ) : (
        // What is saved begins anew from what stands.
        <RoutingEditor
          key={view.routing.version}
          view={view}
          actions={{ save: saveRouting, tryOut: tryRouting, load: loadRouting }}
        />
      )}
    </PageFrame>
  );
}
