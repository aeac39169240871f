import { useTranslations } from "next-intl";
import { FormLoading } from "@/components/team/form-loading";
import { PageLoading } from "@/components/team/page-loading";
import { PriceNav } from "@/components/team/prices/price-nav";

export default function SetPriceLoading() {
  const t = useTranslations("prices.form");
  return (
    <PageLoading title={t("title")} intro={t("intro")}>
      <PriceNav current="prices" />
      <FormLoading fields={6} />
    </PageLoading>
  );
}
