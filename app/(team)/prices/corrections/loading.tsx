import { useTranslations } from "next-intl";
import { FormLoading } from "@/components/team/form-loading";
import { PageLoading } from "@/components/team/page-loading";
import { PriceNav } from "@/components/team/prices/price-nav";

export default function CorrectionsLoading() {
  const t = useTranslations("prices.corrections");
  return (
    <PageLoading title={t("title")} intro={t("intro")}>
      <PriceNav current="corrections" />
      <FormLoading fields={4} />
    </PageLoading>
  );
}
