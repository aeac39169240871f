"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import { formatDateTime, formatInstant } from "@/lib/format/date-time";
import { formatDuration } from "@/lib/format/duration";
import { formatTokens } from "@/lib/format/tokens";
import type { UsageEntry } from "@/lib/usage/usage-row";
import { EntryCost } from "./entry-cost";
import { UsageDetails } from "./usage-details";

interface UsageRowViewProps {
  entry: UsageEntry;
  initiallyOpen: boolean;
  vendorName: string;
  columnCount: number;
}

const BUCKET_COLUMNS = ["input", "cacheRead", "cacheWrite", "output", "reasoning"] as const;
const OUTCOME_TONE: Record<UsageEntry["outcome"], BadgeTone> = {
  complete: "neutral",
  stopped: "warn",
  failed: "danger",
  interrupted: "warn",
};

export function UsageRowView({ entry, initiallyOpen, vendorName, columnCount }: UsageRowViewProps) {
  const t = useTranslations("usage");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [open, setOpen] = useState(initiallyOpen);
  const detailsId = useId();
  const { mode, outcome, purpose, ttftMs, durationMs, usage } = entry;
  const person = entry.userName ?? t("unknownPerson");
  return (
    <>
      <TableRow>
        <TableCell className="sticky left-0 z-10 bg-surface">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={`${formatDateTime(entry.at, locale, timeZone)}. ${t(open ? "hideDetails" : "showDetails")}`}
            onClick={() => setOpen(!open)}
            className="flex items-center gap-1 whitespace-nowrap rounded-sm text-left tabular-nums max-sm:w-24 max-sm:whitespace-normal"
          >
            <ChevronRight
              aria-hidden="true"
              className={`size-4 shrink-0 text-muted transition-transform ${open ? "rotate-90" : ""}`}
            />
            <time dateTime={entry.at} title={formatInstant(entry.at, locale, timeZone)}>
              {formatDateTime(entry.at, locale, timeZone)}
            </time>
          </button>
        </TableCell>
        <TableCell className="max-w-40 truncate max-sm:hidden" title={entry.user}>
          {person}
        </TableCell>
        <TableCell className="min-w-44 max-sm:min-w-32 max-sm:max-w-36">
          <span className="block text-muted text-xs">{vendorName}</span>
          <span className="flex flex-wrap items-center gap-1.5 break-all">
            {entry.model}
            {entry.demo && <Badge>{t("demo")}</Badge>}
            {entry.corrects !== null && <Badge tone="warn">{t("correction")}</Badge>}
          </span>
          <span className="block text-muted text-xs sm:hidden">{person}</span>
        </TableCell>
        <TableCell numeric>
          <EntryCost entry={entry} />
        </TableCell>
        <TableCell>
          {mode === null ? (
            <span className="text-muted">–</span>
          ) : (
            <Badge tone={mode}>{t(`mode.${mode}`)}</Badge>
          )}
        </TableCell>
        <TableCell className="whitespace-nowrap">{t(`purpose.${purpose}`)}</TableCell>
        <TableCell>
          {entry.corrects === null ? (
            <Badge tone={OUTCOME_TONE[outcome]}>{t(`outcome.${outcome}`)}</Badge>
          ) : (
            <span className="text-muted">–</span>
          )}
        </TableCell>
        {BUCKET_COLUMNS.map((bucket) => (
          <TableCell key={bucket} numeric className={usage[bucket] === 0 ? "text-muted" : undefined}>
            {formatTokens(usage[bucket], locale)}
          </TableCell>
        ))}
        <TableCell numeric>{ttftMs === null ? "–" : formatDuration(ttftMs, locale)}</TableCell>
        <TableCell numeric>{entry.corrects === null ? formatDuration(durationMs, locale) : "–"}</TableCell>
      </TableRow>
      {open && (
        <TableRow id={detailsId}>
          <TableCell colSpan={columnCount} className="bg-surface-sunken">
            <UsageDetails entry={entry} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
