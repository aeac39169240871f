"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { SidePanel } from "@/components/ui/side-panel";
import { Table, TableBody, TableCell, TableHead, TableHeader } from "@/components/ui/table";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";
import { type FactGroup, useModelFacts } from "./use-model-facts";

interface ComparePanelProps {
  models: readonly FoundModel[];
  figuresOf: (key: string) => Figures | null;
  onLeaveOut: (key: string) => void;
  open: boolean;
  onClose: () => void;
}

/** Up to four models side by side, an aspect a line. */
export function ComparePanel({ models, figuresOf, onLeaveOut, open, onClose }: ComparePanelProps) {
  const t = useTranslations("models");
  const facts = useModelFacts();
  const columns = models.map((model) => ({ model, groups: facts(model.row, figuresOf(model.key)) }));
  return (
    <SidePanel wide open={open} onClose={onClose} title={t("compare.title")} closeLabel={t("close")}>
      <Table label={t("compare.title")}>
        <TableHeader>
          <tr>
            <TableHead className="sticky left-0 z-10 w-24 bg-surface-sunken sm:w-32">
              <span className="sr-only">{t("compare.aspect")}</span>
            </TableHead>
            {columns.map(({ model: { key, row } }) => (
              <TableHead
                key={key}
                className="w-56 min-w-30 whitespace-normal align-top text-ink text-sm max-sm:px-2 sm:min-w-44"
              >
                <span className="flex items-start justify-between gap-1">
                  <span className="min-w-0">
                    {row.name}
                    <span className="block font-normal text-muted text-xs">{row.vendorName}</span>
                    <span className="block break-all font-mono font-normal text-muted text-xs">{row.id}</span>
                  </span>
                  <IconButton label={t("compare.remove", { name: row.name })} onClick={() => onLeaveOut(key)}>
                    <X />
                  </IconButton>
                </span>
              </TableHead>
            ))}
          </tr>
        </TableHeader>
        {(columns[0]?.groups ?? []).map(({ title }, nth) => (
          <TableBody key={title}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns.length + 1}
                className="border-line border-t bg-surface-sunken px-3 py-1.5 text-left font-medium text-muted text-xs max-sm:px-2"
              >
                <span className="sticky left-2 sm:left-3">{title}</span>
              </th>
            </tr>
            {labelsOf(columns.map(({ groups }) => groups[nth])).map((label) => (
              <tr key={label}>
                <th
                  scope="row"
                  className="sticky left-0 z-10 min-w-24 bg-surface px-3 py-2 text-left align-top font-medium text-muted text-xs leading-5 max-sm:px-2 sm:min-w-32"
                >
                  {label}
                </th>
                {columns.map(({ model: { key }, groups }) => (
                  <TableCell key={key} className="tabular-nums max-sm:px-2">
                    {groups[nth]?.facts.find((fact) => fact.label === label)?.value ?? "–"}
                  </TableCell>
                ))}
              </tr>
            ))}
          </TableBody>
        ))}
      </Table>
    </SidePanel>
  );
}

/** Each line once: a deployment has one more than others. */
function labelsOf(groups: readonly (FactGroup | undefined)[]): string[] {
  return [...new Set(groups.flatMap((group) => group?.facts.map(({ label }) => label) ?? []))];
}
