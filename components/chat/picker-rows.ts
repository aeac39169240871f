import type { PickerEntry, PickerSection } from "./picker-sections";

/** A line of the list. */
export type PickerRow =
  | { kind: "heading"; section: PickerSection }
  | { kind: "entry"; section: PickerSection; entry: PickerEntry; place: number };

/** What lies under one another, as one list. */
export interface PickerRows {
  rows: readonly PickerRow[];
  /** Where in `rows` each entry is, the first at place 0. */
  entryRows: readonly number[];
  placeOf: (value: string) => number | null;
}

export function pickerRows(sections: readonly PickerSection[]): PickerRows {
  const rows: PickerRow[] = [];
  const entryRows: number[] = [];
  const places = new Map<string, number>();
  for (const section of sections) {
    rows.push({ kind: "heading", section });
    for (const entry of section.entries) {
      const place = entryRows.length;
      places.set(entry.value, place);
      entryRows.push(rows.length);
      rows.push({ kind: "entry", section, entry, place });
    }
  }
  return { rows, entryRows, placeOf: (value) => places.get(value) ?? null };
}

export function entryAt({ rows, entryRows }: PickerRows, place: number): PickerEntry | null {
  const row = rows[entryRows[place] ?? -1];
  return row?.kind === "entry" ? row.entry : null;
}

/** A mode that no model answers cannot be chosen. */
export const isEnabled = (entry: PickerEntry | null): boolean =>
  entry !== null && (entry.kind !== "mode" || entry.entry.model !== null);
