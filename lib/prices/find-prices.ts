import { z } from "zod";
import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { findPeople } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import type { Actor } from "@/lib/permissions/actor";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { allListings } from "./all-listings";
import type { PriceTerms } from "./price-input";
import type { PriceListing } from "./price-listing";
import { type PriceState, priceStates } from "./price-state";
import { toTerms } from "./to-terms";

const PRICES_PAGE_SIZE = 50;

export const PriceQuery = z.object({
  /** Words that all stand in the vendor's id or name, the model or the note. */
  search: z.string().max(200).default(""),
  vendor: z.string().max(64).nullable().default(null),
  origin: z.enum(["person", "import", "shipped"]).nullable().default(null),
  /** Those that hold now, or every version. */
  versions: z.enum(["current", "all"]).default("current"),
  sort: z.enum(["model", "input", "output", "from"]).default("model"),
  descending: z.boolean().default(false),
  offset: z.int().nonnegative().default(0),
});
export type PriceQuery = z.input<typeof PriceQuery>;

/** A version as the page shows it. */
export interface ListedPrice extends Pick<PriceListing, "id" | "scope" | "origin" | "credentialId" | "note"> {
  vendor: string;
  model: string;
  terms: PriceTerms;
  /** ISO date or instant. */
  validFrom: string;
  validTo: string | null;
  state: PriceState;
  /** The one that it is for, while it is in use; `last4` is null where the provider asks for no key. */
  key: { last4: string | null } | null;
  version: string;
  demo: boolean;
  /** Who set it; null: by command, by import, or with the product. Empty: an erased person. */
  setBy: string | null;
  /** ISO 8601. */
  setAt: string | null;
  /** Whether the actor may withdraw it. */
  editable: boolean;
}

export interface PricePage {
  prices: ListedPrice[];
  /** That match, shown or not. */
  total: number;
  nextOffset: number | null;
  /** Ids of all vendors that have a price. */
  vendors: string[];
}

/** Versions of prices that hold for the team: its own, the instance's, and those that ship.
 *  @throws AppError `forbidden` */
export async function findPrices(
  context: Context,
  query: z.output<typeof PriceQuery>,
  vendorNames: Readonly<Record<string, string>> = {},
): Promise<PricePage> {
  const { db, actor } = context;
  requirePermission(actor, "price:read");
  const now = new Date();
  const all = await allListings(db, actor.teamId);
  const states = priceStates(all, now);
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((listing) => {
    const { rate, origin, id, note } = listing;
    if (query.vendor !== null && rate.vendor !== query.vendor) return false;
    if (query.origin !== null && origin !== query.origin) return false;
    if (query.versions === "current" && states.get(id) !== "current") return false;
    const text = `${rate.vendor} ${vendorNames[rate.vendor] ?? ""} ${rate.model} ${note ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const sorted = found.toSorted(comparing(query));
  const page = sorted.slice(query.offset, query.offset + PRICES_PAGE_SIZE);
  const people = await findPeople(db, [...new Set(page.flatMap(({ setBy }) => (setBy ? [setBy] : [])))]);
  const known: Known = {
    names: new Map(people.map(({ id, name }) => [id, name])),
    keys: page.some(({ credentialId }) => credentialId !== null)
      ? await listUsableCredentials(db, actor.teamId)
      : [],
  };
  const end = query.offset + page.length;
  return {
    prices: page.map((listing) => toListed(listing, states.get(listing.id) ?? "past", known, actor)),
    total: found.length,
    nextOffset: end < found.length ? end : null,
    vendors: [...new Set(all.map(({ rate }) => rate.vendor))].toSorted(),
  };
}

/** One version. @throws AppError `forbidden` */
export async function findPrice(context: Context, id: string): Promise<ListedPrice | null> {
  requirePermission(context.actor, "price:read");
  const all = await allListings(context.db, context.actor.teamId);
  const listing = all.find((one) => one.id === id);
  if (!listing) return null;
  const state = priceStates(all, new Date()).get(id) ?? "past";
  return toListed(listing, state, { names: new Map(), keys: [] }, context.actor);
}

function comparing({ sort, descending }: z.output<typeof PriceQuery>) {
  const sign = descending ? -1 : 1;
  return (a: PriceListing, b: PriceListing): number =>
    sign * compareBy(sort, a, b) ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText(b.rate.validFrom, a.rate.validFrom);
}

/** Amounts of different currencies are not compared: they are sorted by currency first. */
function compareBy(sort: z.output<typeof PriceQuery>["sort"], a: PriceListing, b: PriceListing): number {
  if (sort === "model") return compareText(nameOf(a), nameOf(b));
  if (sort === "from") return Date.parse(a.rate.validFrom) - Date.parse(b.rate.validFrom);
  const [left, right] = [a.rate.perMillionMicro[sort], b.rate.perMillionMicro[sort]];
  return compareText(a.rate.currency, b.rate.currency) || (left < right ? -1 : left > right ? 1 : 0);
}

const nameOf = ({ rate }: PriceListing) => `${rate.model} ${rate.vendor}`.toLowerCase();
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

interface Known {
  /** Of people, by id. */
  names: ReadonlyMap<string, string>;
  keys: readonly Pick<UsableCredential, "id" | "apiKeyLast4">[];
}

function toListed(
  { rate, setBy, createdAt, ...listing }: PriceListing,
  state: PriceState,
  { names, keys }: Known,
  actor: Actor,
): ListedPrice {
  const { id, scope, origin, credentialId, note } = listing;
  const { vendor, model, validFrom, validTo, version, demo } = rate;
  const key = keys.find((one) => one.id === credentialId);
  return {
    ...{ id, scope, origin, credentialId, note, vendor, model, validFrom, validTo, version, demo, state },
    terms: toTerms(rate),
    key: key ? { last4: key.apiKeyLast4 } : null,
    setBy: setBy === null ? null : (names.get(setBy) ?? ""),
    setAt: createdAt?.toISOString() ?? null,
    editable: mayWithdraw(actor, scope),
  };
}

function mayWithdraw(actor: Actor, scope: PriceListing["scope"]): boolean {
  if (scope === "product") return false;
  if (scope === "team") return isAllowed(actor, "price:write");
  return actor.kind === "instance" || actor.instanceAdmin;
}
