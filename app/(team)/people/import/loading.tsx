import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { Skeleton } from "@/components/ui/skeleton";
import { mailMode } from "@/lib/mail/mail-mode";

export default function ImportLoading() {
  const t = useTranslations("people.import");
  return (
    <PageLoading wide title={t("title")} intro={t(mailMode() === "off" ? "intro" : "introMail")}>
      <Skeleton className="h-40 w-full" />
    </PageLoading>
  );
}
