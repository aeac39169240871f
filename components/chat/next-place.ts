import { entryAt, isEnabled, type PickerRows } from "./picker-rows";

/** Of a KeyboardEvent. */
export interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

const PAGE = 8;
/** As in a shell and in an editor. */
const CONTROL_KEYS: Readonly<Record<string, string>> = {
  n: "ArrowDown",
  j: "ArrowDown",
  p: "ArrowUp",
  k: "ArrowUp",
};

/** Which entry a key leads to from a place, past those that cannot be chosen; null for a key that leads nowhere. The
 *  arrows go round; with Alt they go from section to section. */
export function nextPlace(rows: PickerRows, from: number, pressed: Pressed): number | null {
  const key = pressed.ctrlKey ? CONTROL_KEYS[pressed.key] : pressed.key;
  const last = rows.entryRows.length - 1;
  if (last < 0) return null;
  if (key === "ArrowDown") {
    if (pressed.metaKey) return enabledFrom(rows, last, -1);
    if (pressed.altKey) return enabledFrom(rows, nextSection(rows, from) ?? 0, 1);
    return enabledFrom(rows, from === last ? 0 : from + 1, 1);
  }
  if (key === "ArrowUp") {
    if (pressed.metaKey) return enabledFrom(rows, 0, 1);
    if (pressed.altKey)
      return enabledFrom(rows, sectionStart(rows, Math.max(0, sectionStart(rows, from) - 1)), 1);
    return enabledFrom(rows, from <= 0 ? last : from - 1, -1);
  }
  if (key === "PageDown") return enabledFrom(rows, Math.min(last, from + PAGE), 1);
  if (key === "PageUp") return enabledFrom(rows, Math.max(0, from - PAGE), -1);
  if (key === "Home") return enabledFrom(rows, 0, 1);
  if (key === "End") return enabledFrom(rows, last, -1);
  return null;
}

/** The nearest that can be chosen, going on round the end; null where none can. */
export function enabledFrom(rows: PickerRows, from: number, step: 1 | -1): number | null {
  const count = rows.entryRows.length;
  for (let tried = 0; tried < count; tried++) {
    const place = (from + step * tried + count) % count;
    if (isEnabled(entryAt(rows, place))) return place;
  }
  return null;
}

function sectionStart(rows: PickerRows, from: number): number {
  let place = from;
  while (place > 0 && sectionOf(rows, place - 1) === sectionOf(rows, from)) place--;
  return place;
}

function nextSection(rows: PickerRows, from: number): number | null {
  for (let place = from + 1; place < rows.entryRows.length; place++) {
    if (sectionOf(rows, place) !== sectionOf(rows, from)) return place;
  }
  return null;
}

const sectionOf = ({ rows, entryRows }: PickerRows, place: number) => rows[entryRows[place] ?? -1]?.section;
