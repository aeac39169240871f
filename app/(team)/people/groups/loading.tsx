import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";

const ROWS = 6;

export default function GroupsLoading() {
  const t = useTranslations("people");
  return (
    <PageLoading wide title={t("nav.groups")} intro={t("groups.intro")}>
      <TableLoading rows={ROWS} rowClass="h-13" />
    </PageLoading>
  );
}
