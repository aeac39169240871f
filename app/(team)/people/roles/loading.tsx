import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";

const ROWS = 12;

export default function RolesLoading() {
  const t = useTranslations("people.rolesPage");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <TableLoading rows={ROWS} rowClass="h-9" />
    </PageLoading>
  );
}
