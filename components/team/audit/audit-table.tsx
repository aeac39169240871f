"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table, TableBody, TableHead, TableHeader } from "@/components/ui/table";
import type { AuditPage } from "@/lib/audit/audit-page";
import type { AuditQuery } from "@/lib/audit/audit-query";
import { AuditRowView } from "./audit-row-view";
import { type LoadAudit, useAuditPages } from "./use-audit-pages";

interface AuditTableProps {
  /** Of the page. */
  path: string;
  initial: AuditPage;
  query: AuditQuery;
  filtered: boolean;
  load: LoadAudit;
}

const COLUMNS = ["time", "action", "person", "target", "via"] as const;
/** On a phone who and on what stand under the action. */
const WIDE_ONLY: readonly string[] = ["person", "target", "via"];

/** Every entry that matches, newest first; a row opens to show what changed. */
export function AuditTable({ path, initial, query, filtered, load }: AuditTableProps) {
  const t = useTranslations("audit");
  const { entries, hasMore, loadMore, busy, failed } = useAuditPages(initial, query, load);
  return (
    <div className="flex flex-col gap-4">
      <Table label={t("label")}>
        <TableHeader>
          <tr>
            {COLUMNS.map((column) => (
              <TableHead key={column} className={WIDE_ONLY.includes(column) ? "max-sm:hidden" : undefined}>
                {t(`column.${column}`)}
              </TableHead>
            ))}
          </tr>
        </TableHeader>
        <TableBody>
          {entries.map((entry) => (
            <AuditRowView key={entry.id} path={path} entry={entry} columnCount={COLUMNS.length} />
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
        <p className="text-center text-muted text-sm">{t(filtered ? "endOfSearch" : "end")}</p>
      )}
    </div>
  );
}
