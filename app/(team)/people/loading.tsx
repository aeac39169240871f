import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 10;

export default function PeopleLoading() {
  const t = useTranslations("people");
  return (
    <PageLoading wide title={t("title")} intro={<Skeleton className="h-4 w-80 max-w-full" />}>
      <Skeleton className="h-9 w-full" />
      <TableLoading rows={ROWS} rowClass="h-13" />
    </PageLoading>
  );
}
