import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 12;

export default function AuditLoading() {
  const t = useTranslations("audit");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <Skeleton className="h-8 w-72 max-w-full" />
      <Skeleton className="h-15" />
      <TableLoading rows={ROWS} rowClass="h-10" />
    </PageLoading>
  );
}
