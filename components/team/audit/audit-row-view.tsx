"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { TableCell, TableRow } from "@/components/ui/table";
import type { ListedEntry } from "@/lib/audit/audit-page";
import { formatDateTime, formatInstant } from "@/lib/format/date-time";
import { AuditDetails } from "./audit-details";

interface AuditRowViewProps {
  /** Of the page. */
  path: string;
  entry: ListedEntry;
  columnCount: number;
}

export function AuditRowView({ path, entry, columnCount }: AuditRowViewProps) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const { at, actor, target, via, actionName } = entry;
  const person = actor === null ? t("instance") : (actor.name ?? t("unknownPerson"));
  const on = target === null ? null : (target.name ?? target.id);
  const time = formatDateTime(at, locale, timeZone);
  return (
    <>
      <TableRow>
        <TableCell>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            aria-label={`${time}. ${t(open ? "hideDetails" : "showDetails")}`}
            onClick={() => setOpen(!open)}
            className="flex items-center gap-1 whitespace-nowrap rounded-sm text-left tabular-nums max-sm:w-24 max-sm:whitespace-normal"
          >
            <ChevronRight
              aria-hidden="true"
              className={`size-4 shrink-0 text-muted transition-transform ${open ? "rotate-90" : ""}`}
            />
            <time dateTime={at} title={formatInstant(at, locale, timeZone)}>
              {time}
            </time>
          </button>
        </TableCell>
        <TableCell>
          <span className="block">{actionName}</span>
          <span className="block break-all text-muted text-xs sm:hidden">
            {person}
            {on !== null && ` · ${on}`}
          </span>
        </TableCell>
        <TableCell className="max-w-44 truncate max-sm:hidden" title={actor?.id}>
          {person}
        </TableCell>
        <TableCell className="max-w-56 truncate max-sm:hidden" title={target?.id}>
          {on ?? <span className="text-muted">–</span>}
        </TableCell>
        <TableCell className="max-sm:hidden">
          <Badge>{t(`via.${via}`)}</Badge>
        </TableCell>
      </TableRow>
      {open && (
        <TableRow id={detailsId}>
          <TableCell colSpan={columnCount} className="bg-surface-sunken">
            <AuditDetails path={path} entry={entry} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}
