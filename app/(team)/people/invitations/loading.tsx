import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = 4;

export default function InvitationsLoading() {
  const t = useTranslations("people");
  return (
    <PageLoading wide title={t("nav.invitations")} intro={t("invitations.intro")}>
      <Skeleton className="h-64 w-full rounded-xl" />
      <TableLoading rows={ROWS} rowClass="h-13" />
    </PageLoading>
  );
}
