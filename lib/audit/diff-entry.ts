import type { AuditChange } from "./audit-view";
import type { OpenedPersonal } from "./personal";

const SIDES = ["before", "after"] as const;
type Side = (typeof SIDES)[number];
type Leaves = Map<string, { text: string; erased: boolean }>;

/** What an entry says was before and is after, field by field. What did not change is left out where both are said. */
export function diffEntry(
  entry: { before: unknown; after: unknown },
  personal: OpenedPersonal,
): AuditChange[] {
  const sides = { before: leavesOf(entry.before), after: leavesOf(entry.after) };
  for (const [name, { value }] of Object.entries(personal)) {
    const [side, field] = placeOf(name);
    if (field !== null) sides[side].set(field, { text: value ?? "", erased: value === null });
  }
  const fields = [...new Set([...sides.before.keys(), ...sides.after.keys()])];
  return fields.flatMap((field): AuditChange[] => {
    const [before, after] = SIDES.map((side) => sides[side].get(field));
    const erased = [before, after].some((leaf) => leaf?.erased);
    if (!erased && before?.text === after?.text) return [];
    return [{ field, before: shown(before), after: shown(after), erased }];
  });
}

/** Where a personal value stands. The address is shown on its own; another without a side is how it is now. */
function placeOf(name: string): [Side, string | null] {
  if (name === "address") return ["after", null];
  const side = SIDES.find((one) => name.startsWith(`${one}.`));
  return side === undefined ? ["after", name] : [side, name.slice(side.length + 1)];
}

const shown = (leaf: { text: string; erased: boolean } | undefined): string | null =>
  leaf === undefined || leaf.erased ? null : leaf.text;

/** By the way to it: `rate.input`. A list is one value: places in it say little. */
function leavesOf(value: unknown, way = ""): Leaves {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== "object") return new Map([[way, { text: String(value), erased: false }]]);
  if (Array.isArray(value)) {
    const text = value.map((item) => (typeof item === "object" ? JSON.stringify(item) : String(item)));
    return new Map([[way, { text: text.join(", "), erased: false }]]);
  }
  return new Map(
    Object.entries(value).flatMap(([key, member]) => [
      ...leavesOf(member, way === "" ? key : `${way}.${key}`),
    ]),
  );
}
