import { useTranslations } from "next-intl";
import { FormLoading } from "@/components/team/form-loading";
import { PageLoading } from "@/components/team/page-loading";
import { PriceNav } from "@/components/team/prices/price-nav";

export default function CurrenciesLoading() {
  const t = useTranslations("prices.currencies");
  return (
    <PageLoading title={t("title")} intro={t("intro")}>
      <PriceNav current="currencies" />
      <FormLoading fields={2} />
    </PageLoading>
  );
}
