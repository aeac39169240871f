import { useTranslations } from "next-intl";
import { PageLoading } from "@/components/team/page-loading";
import { Skeleton } from "@/components/ui/skeleton";

export default function ProvidersLoading() {
  const t = useTranslations("providers");
  return (
    <PageLoading title={t("title")} intro={t("intro")}>
      <div className="flex flex-col gap-3">
        <Skeleton className="h-44 rounded-xl" />
        <Skeleton className="h-44 rounded-xl" />
      </div>
      <section className="flex flex-col gap-4 rounded-xl border border-line p-4 sm:p-6">
        <h2 className="font-semibold">{t("connect.title")}</h2>
        <Skeleton className="h-72 w-full" />
      </section>
    </PageLoading>
  );
}
