"use client";

import { useLocale } from "next-intl";
import { memo } from "react";
import { Badge } from "@/components/ui/badge";
import { formatShortAmount } from "@/lib/format/amount";
import { formatContextLength } from "@/lib/format/tokens";
import { AbilityMarks } from "./ability-marks";
import type { FoundModel } from "./find-models";
import type { RowTexts } from "./use-row-texts";

interface CatalogueRowViewProps {
  model: FoundModel;
  texts: RowTexts;
  rowIndex: number;
  chosen: boolean;
  mayChoose: boolean;
  onChoose: (key: string) => void;
  onOpen: (key: string) => void;
}

/** Few elements, each with one class of catalogue-table.css: what a row costs is paid for each that scrolls by. */
export const CatalogueRowView = memo(function CatalogueRowView({
  model: { row, key, abilities },
  texts,
  rowIndex,
  chosen,
  mayChoose,
  onChoose,
  onOpen,
}: CatalogueRowViewProps) {
  const locale = useLocale();
  const context = row.entry?.contextLength;
  const amount = (per: "input" | "output") =>
    row.price === null ? "–" : formatShortAmount(row.price[per], row.price.currency, locale);
  const more = row.price?.varies === true && (
    <>
      <span aria-hidden="true">+</span>
      <span className="sr-only"> {texts.varies}</span>
    </>
  );
  const names = texts.abilities(abilities);
  return (
    <tr aria-rowindex={rowIndex} className="model-grid model-row">
      <td className="model-check">
        <label className="flex size-8 items-center justify-center pointer-coarse:size-10">
          <input
            type="checkbox"
            checked={chosen}
            disabled={!chosen && !mayChoose}
            onChange={() => onChoose(key)}
            aria-label={texts.compare(row.name)}
            className="size-4 accent-accent"
          />
        </label>
      </td>
      <td className="model-name">
        <button type="button" onClick={() => onOpen(key)} className="model-title">
          {row.name}
        </button>
        <Marks model={row} texts={texts} />
        <span className="model-id">
          {row.vendor}/{row.id}
        </span>
      </td>
      <td className="model-vendor">{row.vendorName}</td>
      <td className={context === undefined ? "model-context model-unknown" : "model-context"}>
        {context === undefined ? "–" : formatContextLength(context)}
      </td>
      <td className="model-input">
        {amount("input")}
        {more}
      </td>
      <td className={row.price === null ? "model-output model-unknown" : "model-output"}>
        {amount("output")}
        {more}
      </td>
      <td className="model-abilities" title={names}>
        {names !== "" && <AbilityMarks abilities={abilities} label={names} />}
      </td>
    </tr>
  );
});

function Marks({ model, texts }: { model: FoundModel["row"]; texts: RowTexts }) {
  const { connected, price, hiddenBy, entry, said } = model;
  const changed = said !== null && hiddenBy === null;
  const end = texts.end(entry?.deprecatedOn);
  if (!connected && hiddenBy === null && entry !== null && !changed && end === null) return <span />;
  return (
    <span className="flex gap-1 overflow-hidden">
      {connected && <Badge tone="ok">{texts.connected}</Badge>}
      {connected && price === null && <Badge tone="warn">{texts.unpriced}</Badge>}
      {end !== null && (
        <Badge tone={connected ? "warn" : "neutral"} className="max-sm:hidden">
          {end}
        </Badge>
      )}
      {hiddenBy !== null && <Badge>{texts.hidden}</Badge>}
      {entry === null && <Badge className="max-sm:hidden">{texts.unknown}</Badge>}
      {changed && <Badge className="max-sm:hidden">{texts.changed}</Badge>}
    </span>
  );
}
