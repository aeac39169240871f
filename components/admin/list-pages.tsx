import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

interface ListPagesProps {
  path: string;
  search: string;
  /** Whether it is another page than the first. */
  isLater: boolean;
  next: string | null;
}

/** The way on through a list of the whole installation, and back to its beginning. */
export function ListPages({ path, search, isLater, next }: ListPagesProps) {
  const t = useTranslations("admin.list");
  const to = (after?: string): string => {
    const query = new URLSearchParams({ ...(search && { search }), ...(after !== undefined && { after }) });
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <div className="flex items-center justify-center gap-2">
      {isLater && (
        <Button asChild variant="ghost">
          <Link href={to()}>{t("first")}</Link>
        </Button>
      )}
      {next === null ? (
        <p className="text-muted text-sm">{t("end")}</p>
      ) : (
        <Button asChild>
          <Link href={to(next)}>{t("next")}</Link>
        </Button>
      )}
    </div>
  );
}
