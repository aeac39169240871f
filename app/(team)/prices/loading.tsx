import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { PriceListLoading } from "@/components/team/prices/price-list-loading";
import { PriceNav } from "@/components/team/prices/price-nav";

export default function PricesLoading() {
  const t = useTranslations("prices");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <PriceNav current="prices" />
      <PriceListLoading />
    </PageLoading>
  );
}
