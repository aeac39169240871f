import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

/** The shape of a page that is still being read. @param blocks their heights, as classes */
export function LoadingPage({ blocks }: { blocks: readonly string[] }) {
  const t = useTranslations("common");
  return (
    <div aria-busy="true" className="mx-auto flex w-full max-w-7xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
      <VisuallyHidden role="status">{t("loading")}</VisuallyHidden>
      <Skeleton className="h-7 w-40" />
      <Skeleton className="h-9 w-72" />
      {blocks.map((height) => (
        <Skeleton key={height} className={`${height} w-full`} />
      ))}
    </div>
  );
}
