"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import type { UsagePage } from "@/lib/usage/usage-page";
import { UsageRowView } from "./usage-row-view";
import { type LoadUsage, useUsagePages } from "./use-usage-pages";

interface UsageTableProps {
  initial: UsagePage;
  /** The list ends with calls of then, ISO 8601; null: with the first. */
  since: string | null;
  /** The call that is open from the start. */
  openId: string | null;
  load: LoadUsage;
  vendorNames: Readonly<Record<string, string>>;
}

const TEXT_COLUMNS = ["mode", "purpose", "outcome"] as const;
const FIGURE_COLUMNS = [
  "input",
  "cacheRead",
  "cacheWrite",
  "output",
  "reasoning",
  "ttft",
  "duration",
] as const;
/** With the time, the person, the model and the cost. */
const COLUMN_COUNT = TEXT_COLUMNS.length + FIGURE_COLUMNS.length + 4;

/** Every call, newest first; a row opens to show how its cost comes about. */
export function UsageTable({ initial, since, openId, load, vendorNames }: UsageTableProps) {
  const t = useTranslations("usage");
  const { entries, hasMore, loadMore, busy, failed } = useUsagePages(initial, since, load);
  return (
    <div className="flex flex-col gap-4">
      <Table label={t("callsLabel")}>
        <TableHeader>
          <tr>
            <TableHead className="sticky left-0 z-10 bg-surface-sunken">{t("column.time")}</TableHead>
            <TableHead className="max-sm:hidden">{t("column.person")}</TableHead>
            <TableHead>{t("column.model")}</TableHead>
            <TableHead numeric>{t("column.cost")}</TableHead>
            {TEXT_COLUMNS.map((column) => (
              <TableHead key={column}>{t(`column.${column}`)}</TableHead>
            ))}
            {FIGURE_COLUMNS.map((column) => (
              <TableHead key={column} numeric>
                {t(`column.${column}`)}
              </TableHead>
            ))}
          </tr>
        </TableHeader>
        <TableBody>
          {entries.map((entry) => (
            <UsageRowView
              key={entry.id}
              entry={entry}
              initiallyOpen={entry.id === openId}
              vendorName={vendorNames[entry.vendor] ?? entry.vendor}
              columnCount={COLUMN_COUNT}
            />
          ))}
        </TableBody>
      </Table>
      {failed && (
        <Notice tone="danger" role="alert">
          {t("loadFailed")}
        </Notice>
      )}
      {hasMore ? (
        <Button className="self-center" busy={busy} onClick={loadMore}>
          {t("more")}
        </Button>
      ) : (
        <p className="text-center text-muted text-sm">{t(since === null ? "end" : "endOfPeriod")}</p>
      )}
    </div>
  );
}
