import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { TableLoading } from "@/components/team/table-loading";
import { Skeleton } from "@/components/ui/skeleton";
import { mailMode } from "@/lib/mail/mail-mode";

const ROWS = 4;

export default function InvitationsLoading() {
  const t = useTranslations("people");
  return (
    <PageLoading
      wide
      title={t("nav.invitations")}
      intro={t(mailMode() === "off" ? "invitations.intro" : "invitations.introMail")}
    >
      <Skeleton className="h-64 w-full rounded-xl" />
      <TableLoading rows={ROWS} rowClass="h-13" />
    </PageLoading>
  );
}
