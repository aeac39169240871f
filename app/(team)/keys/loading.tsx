import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";

export default function KeysLoading() {
  const t = useTranslations("keys");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <TableLoading rows={4} rowClass="h-14" />
    </PageLoading>
  );
}
