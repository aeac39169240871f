import Link from "next/link";
import { useTranslations } from "next-intl";

/** Of which days a report is. */
export function PeriodNav({ days, current }: { days: readonly number[]; current: number }) {
  const t = useTranslations("router.report");
  return (
    <nav
      aria-label={t("period")}
      className="flex w-fit gap-1 rounded-lg border border-line bg-surface-sunken p-1"
    >
      {days.map((count) => (
        <Link
          key={count}
          href={`/router/report?days=${count}`}
          aria-current={count === current ? "page" : undefined}
          className="flex min-h-8 items-center rounded-md px-3 text-muted text-sm hover:text-ink aria-[current=page]:bg-surface-raised aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:shadow-raised pointer-coarse:min-h-10"
        >
          {t("days", { count })}
        </Link>
      ))}
    </nav>
  );
}
