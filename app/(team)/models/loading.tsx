import { useLocale, useTranslations } from "next-intl";
import { CatalogueLoading } from "@/components/team/models/catalogue-loading";
import { PageLoading } from "@/components/team/page-loading";
import { SNAPSHOT } from "@/lib/catalogue/snapshot";
import { formatLongDay } from "@/lib/format/date-time";

export default function ModelsLoading() {
  const t = useTranslations("models");
  const locale = useLocale();
  return (
    <PageLoading wide title={t("title")} intro={t("intro", { date: formatLongDay(SNAPSHOT.date, locale) })}>
      <CatalogueLoading />
    </PageLoading>
  );
}
