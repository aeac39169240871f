"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { SidePanel } from "@/components/ui/side-panel";
import { Table, TableBody, TableCell, TableHead, TableHeader } from "@/components/ui/table";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";
import { useModelFacts } from "./use-model-facts";

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
  const columns = models.map((model) => ({ model, facts: facts(model.row, figuresOf(model.key)) }));
  const labels = [...new Set(columns.flatMap((column) => column.facts.map(({ label }) => label)))];
  return (
    <SidePanel wide open={open} onClose={onClose} title={t("compare.title")} closeLabel={t("close")}>
      <Table label={t("compare.title")}>
        <TableHeader>
          <tr>
            <TableHead className="sticky left-0 bg-surface-sunken">
              <span className="sr-only">{t("compare.aspect")}</span>
            </TableHead>
            {columns.map(({ model: { key, row } }) => (
              <TableHead key={key} className="min-w-44 whitespace-normal align-top text-ink text-sm">
                <span className="flex items-start justify-between gap-1">
                  <span>
                    {row.name}
                    <span className="block font-normal text-muted text-xs">{row.vendorName}</span>
                  </span>
                  <IconButton label={t("compare.remove", { name: row.name })} onClick={() => onLeaveOut(key)}>
                    <X />
                  </IconButton>
                </span>
              </TableHead>
            ))}
          </tr>
        </TableHeader>
        <TableBody>
          {labels.map((label) => (
            <tr key={label}>
              <th
                scope="row"
                className="sticky left-0 bg-surface px-3 py-2 text-left align-top font-medium text-muted text-xs"
              >
                {label}
              </th>
              {columns.map(({ model: { key }, facts: ofModel }) => (
                <TableCell key={key} className="tabular-nums">
                  {ofModel.find((fact) => fact.label === label)?.value ?? "–"}
                </TableCell>
              ))}
            </tr>
          ))}
        </TableBody>
      </Table>
    </SidePanel>
  );
}
