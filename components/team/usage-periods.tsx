import Link from "next/link";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { formatDateTime } from "@/lib/format/date-time";
import type { Period } from "@/lib/usage/period";

interface UsagePeriodsProps {
  periods: readonly Period[];
  current: Period;
  /** When it begins, ISO 8601; null: with the first call. */
  since: string | null;
}

/** Of which time the page tells, and which else it may. */
export function UsagePeriods({ periods, current, since }: UsagePeriodsProps) {
  const t = useTranslations("usage.period");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return (
    <div className="flex flex-col gap-2">
      <nav aria-label={t("label")} className="flex overflow-x-auto border-line border-b sm:gap-1">
        {periods.map((period) => (
          <Link
            key={period}
            href={`/usage?days=${period}`}
            prefetch={false}
            aria-current={period === current ? "page" : undefined}
            className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 px-2 text-muted text-sm hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink sm:px-3 pointer-coarse:h-11"
          >
            {period === "all" ? t("all") : t("days", { count: Number(period) })}
          </Link>
        ))}
      </nav>
      <p className="text-muted text-sm">
        {since === null ? t("whole") : t("since", { begin: formatDateTime(since, locale, timeZone) })}
      </p>
    </div>
  );
}
