import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

interface ListSearchProps {
  /** The page that it searches. */
  path: string;
  search: string;
  label: string;
}

/** Searches a list of the whole installation; what is searched for stands in the address. */
export function ListSearch({ path, search, label }: ListSearchProps) {
  const t = useTranslations("admin.list");
  return (
    <search>
      <form action={path} className="flex flex-wrap items-center gap-2">
        <Input
          key={search}
          name="search"
          type="search"
          aria-label={label}
          placeholder={label}
          defaultValue={search}
          maxLength={200}
          className="max-w-xs flex-1"
        />
        <Button type="submit">{t("submit")}</Button>
        {search !== "" && (
          <Button asChild variant="ghost">
            <Link href={path}>{t("clear")}</Link>
          </Button>
        )}
      </form>
    </search>
  );
}
