import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 10;

export default function UsageLoading() {
  const t = useTranslations("usage");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Skeleton className="h-26 rounded-xl" />
      </div>
      <TableLoading rows={ROWS} rowClass="h-13" />
    </PageLoading>
  );
}
