import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

export default function ImportLoading() {
  const t = useTranslations("people.import");
  return (
    <PageLoading wide title={t("title")} intro={t("intro")}>
      <Skeleton className="h-40 w-full" />
    </PageLoading>
  );
}
