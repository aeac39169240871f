import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CatalogueView } from "@/components/team/models/catalogue-view";
import { PageFrame } from "@/components/team/page-frame";
import { requireViewer } from "@/lib/auth/page-viewer";
import { listCatalogue } from "@/lib/catalogue/list-catalogue";
import { formatLongDay } from "@/lib/format/date-time";
import { toLocale } from "@/lib/i18n/locale";
import { isAllowed } from "@/lib/permissions/require-permission";
import { ForbiddenPage } from "../forbidden-page";
import { addModel, setModel } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("models"))("title") };
}

export default async function ModelsPage() {
  const viewer = await requireViewer();
  const { context } = viewer;
  if (!isAllowed(context.actor, "catalogue:read")) return <ForbiddenPage viewer={viewer} />;
  const [t, locale] = await Promise.all([getTranslations("models"), getLocale()]);
  const catalogue = await listCatalogue(context, toLocale(locale));
  return (
    <PageFrame wide title={t("title")} intro={t("intro", { date: formatLongDay(catalogue.date, locale) })}>
      <CatalogueView
        catalogue={catalogue}
        mayEditAll={context.actor.kind === "person" && context.actor.instanceAdmin}
        mayPrice={isAllowed(context.actor, "price:write")}
        setModel={setModel}
        addModel={addModel}
      />
    </PageFrame>
  );
}
