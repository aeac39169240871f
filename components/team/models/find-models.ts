import type { CatalogueRow } from "@/lib/catalogue/list-catalogue";
import type { Mode } from "@/lib/router/choice";

export const ABILITIES = ["tools", "structuredOutput", "images", "audio", "reasoning"] as const;
export type Ability = (typeof ABILITIES)[number];

export const SORTS = ["usual", "name", "context", "input", "output"] as const;
/** `usual`: what is connected first, and what others resell last. */
export type Sort = (typeof SORTS)[number];

const RESELLER = "openrouter";

export interface ModelFilter {
  query: string;
  vendor: string | null;
  mode: Mode | null;
  abilities: readonly Ability[];
  /** `connected`: it can be asked, so nobody hid it. */
  connection: "connected" | "elsewhere" | "hidden" | null;
  pricing: "priced" | "unpriced" | null;
  sort: Sort;
  descending: boolean;
}

export const NO_FILTER: ModelFilter = {
  query: "",
  vendor: null,
  mode: null,
  abilities: [],
  connection: null,
  pricing: null,
  sort: "usual",
  descending: false,
};

/** What can be asked here at a cost that nobody knows. */
export const UNPRICED: ModelFilter = { ...NO_FILTER, connection: "connected", pricing: "unpriced" };

/** A row with what it is looked for and put in order by, worked out once. */
export interface FoundModel {
  row: CatalogueRow;
  key: string;
  /** Lower case. */
  name: string;
  text: string;
  input: number;
  output: number;
  abilities: ReadonlySet<Ability>;
}

export function toFound(row: CatalogueRow): FoundModel {
  const key = `${row.vendor}/${row.id}`;
  const { entry } = row;
  const text = [row.name, entry?.name ?? "", entry?.chineseName ?? "", key, row.vendorName]
    .join(" ")
    .toLowerCase();
  return {
    row,
    key,
    name: row.name.toLowerCase(),
    text,
    input: Number(row.price?.input),
    output: Number(row.price?.output),
    abilities: abilitiesOf(row),
  };
}

function abilitiesOf({ entry, modes }: CatalogueRow): Set<Ability> {
  const found = new Set<Ability>();
  if (entry?.tools) found.add("tools");
  if (entry?.structuredOutput) found.add("structuredOutput");
  if (entry?.inputs?.includes("image")) found.add("images");
  if (entry?.inputs?.includes("audio")) found.add("audio");
  if (modes.includes("reasoning")) found.add("reasoning");
  return found;
}

export type Order = Pick<ModelFilter, "sort" | "descending">;

/** Prices are put in order within a currency, and what is not known comes last whichever way they are. */
export function orderModels(models: readonly FoundModel[], order: Order): FoundModel[] {
  return models.toSorted((a, b) => compare(a, b, order));
}

/** What matches every word and every filter, in the order in which it is given. */
export function findModels(models: readonly FoundModel[], filter: ModelFilter): FoundModel[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return models.filter((model) => matches(model, filter, words));
}

function matches(
  { row, text, abilities }: FoundModel,
  filter: ModelFilter,
  words: readonly string[],
): boolean {
  return (
    (filter.vendor === null || row.vendor === filter.vendor) &&
    (filter.mode === null || row.modes.includes(filter.mode)) &&
    isWhere(row, filter.connection) &&
    (filter.pricing === null || (row.price !== null) === (filter.pricing === "priced")) &&
    filter.abilities.every((ability) => abilities.has(ability)) &&
    words.every((word) => text.includes(word))
  );
}

function isWhere({ connected, hiddenBy }: CatalogueRow, connection: ModelFilter["connection"]): boolean {
  if (connection === null) return true;
  if (connection === "hidden") return hiddenBy !== null;
  return connection === "connected" ? connected && hiddenBy === null : !connected;
}

function compare(a: FoundModel, b: FoundModel, { sort, descending }: Order): number {
  const way = descending ? -1 : 1;
  if (sort === "usual") return byPlace(a, b) || byName(a, b) || byKey(a, b);
  if (sort === "name") return way * byName(a, b) || byKey(a, b);
  const [first, second] = [orderOf(a, sort), orderOf(b, sort)];
  if (first === null || second === null) {
    return Number(first === null) - Number(second === null) || byName(a, b) || byKey(a, b);
  }
  const currencies =
    sort === "context" ? 0 : byText(a.row.price?.currency ?? "", b.row.price?.currency ?? "");
  return currencies || way * (first - second) || byName(a, b) || byKey(a, b);
}

function orderOf(model: FoundModel, sort: "context" | "input" | "output"): number | null {
  const value = sort === "context" ? (model.row.entry?.contextLength ?? Number.NaN) : model[sort];
  return Number.isNaN(value) ? null : value;
}

const placeOf = ({ row }: FoundModel) => (row.connected ? 0 : row.vendor === RESELLER ? 2 : 1);
const byPlace = (a: FoundModel, b: FoundModel) => placeOf(a) - placeOf(b);
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byName = (a: FoundModel, b: FoundModel) => byText(a.name, b.name);
const byKey = (a: FoundModel, b: FoundModel) => byText(a.key, b.key);
