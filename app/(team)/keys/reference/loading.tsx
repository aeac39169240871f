import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";

export default function ReferenceLoading() {
  const t = useTranslations("api.reference");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <TableLoading rows={8} rowClass="h-14" />
    </PageLoading>
  );
}
