import Link from "next/link";
import { useTranslations } from "next-intl";

/** Under the composer, for as long as it is so: who else may read what is asked here. */
export function ReadingLine({ team }: { team: string }) {
  const t = useTranslations("policy.reading");
  return (
    <p className="shrink-0 px-4 pb-2 text-center text-muted text-xs leading-relaxed">
      {t("line", { team })}{" "}
      <Link href="/team#reading" className="whitespace-nowrap underline underline-offset-2">
        {t("lineMore")}
      </Link>
    </p>
  );
}
