import { listCatalogueModels } from "@/db/queries/catalogue";
import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { type ModelFigures, measureModels } from "@/db/queries/model-figures";
import { listUsableProviders, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";
import { vendorName } from "@/lib/i18n/vendor-names";
import { formatDecimal } from "@/lib/money/format-decimal";
import type { Currency } from "@/lib/money/pico";
import { requirePermission } from "@/lib/permissions/require-permission";
import { keysInUse } from "@/lib/providers/keys-in-use";
import { standingProviders } from "@/lib/providers/standing-providers";
import type { Mode } from "@/lib/router/choice";
import type { Effort } from "@/lib/router/effort";
import { type Book, readBook } from "./book";
import { type ChargedRate, chargedRate } from "./charged-rate";
import { DEPLOYABLE } from "./deployable";
import type { CatalogueEntry } from "./entry";
import { type SaidOfModel, toSaid } from "./model-input";
import { offeredIds } from "./offered-ids";
import { SNAPSHOT } from "./snapshot";

/** Per million tokens, exact decimal strings: what this team's calls are charged. */
export interface CataloguePrice {
  currency: Currency;
  input: string;
  output: string;
  /** Left out: billed as input; null: no price, so that a call which uses it is unpriced. */
  cacheRead?: string | null;
  /** Kept for five minutes. */
  cacheWrite?: string | null;
  cacheWrite1h?: string | null;
  /** Some calls cost otherwise: by the length of the prompt, the hour, the service tier or the key. */
  varies: boolean;
}

export interface CatalogueRow {
  vendor: string;
  vendorName: string;
  id: string;
  name: string;
  /** Null: nobody has heard of it. */
  entry: CatalogueEntry | null;
  /** What would be known of it without what was said by hand in a place; left out where nothing was said. */
  known?: { team: CatalogueEntry | null; instance: CatalogueEntry | null };
  /** The vendor's id of the model that it is a deployment of, as the vendor says. */
  deploys?: string;
  /** How much it can be asked to think; left out for none. */
  efforts?: readonly Effort[];
  modes: readonly Mode[];
  price: CataloguePrice | null;
  /** A connected provider offers it, or a person says that it does. */
  connected: boolean;
  hiddenBy: "team" | "instance" | null;
  /** What was said of it here by hand. */
  said: { team: SaidOfModel | null; instance: SaidOfModel | null } | null;
}

export interface Catalogue {
  rows: CatalogueRow[];
  /** Of the last 30 days in this team. */
  figures: ModelFigures[];
  /** Of the snapshot that ships. */
  date: string;
  /** The day in UTC on which all this was so. */
  today: string;
  /** Vendors whose customers name what they call, with the vendors whose models may answer there. */
  deployable: Readonly<Record<string, readonly string[]>>;
}

const MICRO_DIGITS = 6;
const DAYS_MEASURED = 30;
const DAY_MS = 86_400_000;
const CACHES = ["cacheRead", "cacheWrite", "cacheWrite1h"] as const;

/** Every model that is known or connected, with what a team knows of it. */
export async function listCatalogue(context: Context, locale: Locale): Promise<Catalogue> {
  requirePermission(context.actor, "catalogue:read");
  const { db, actor } = context;
  const now = new Date();
  const since = new Date(now.getTime() - DAYS_MEASURED * DAY_MS);
  const [book, providers, credentials, team, instance, figures] = await Promise.all([
    readBook(db, actor.teamId),
    listUsableProviders(db, actor.teamId),
    listUsableCredentials(db, actor.teamId),
    listCatalogueModels(db, actor.teamId),
    listCatalogueModels(db, INSTANCE_TEAM_ID),
    measureModels(db, actor.teamId, since),
  ]);
  const offers = offersOf(standingProviders(providers), credentials, book);
  const listed = [...offers.byName.values()].map(({ vendor, id }): [string, string] => [vendor, id]);
  const names = new Map([...book.names(), ...listed].map((name) => [nameOf(name), name]));
  const said = { team: byHand(team), instance: byHand(instance) };
  const rows = [...names].map(([name, [vendor, id]]): CatalogueRow => {
    const ofTeam = said.team.get(name) ?? null;
    const ofInstance = said.instance.get(name) ?? null;
    const offer = offers.byName.get(name);
    const keys = offer?.keys ?? offers.keysByVendor.get(vendor) ?? [];
    const isSaid = ofTeam !== null || ofInstance !== null;
    return {
      ...describe(book, vendor, id, locale),
      price: toPrice(chargedRate(book, vendor, id, keys, now)),
      connected: offer !== undefined,
      said: isSaid ? { team: ofTeam, instance: ofInstance } : null,
      ...(isSaid && {
        known: { team: book.known(vendor, id, "team"), instance: book.known(vendor, id, "instance") },
      }),
      ...(offer?.deploys !== undefined && { deploys: offer.deploys }),
    };
  });
  return {
    ...{ rows, figures, date: SNAPSHOT.date, deployable: DEPLOYABLE },
    today: now.toISOString().slice(0, 10),
  };
}

type Keys = readonly (string | null)[];

interface Offer {
  vendor: string;
  id: string;
  deploys?: string | undefined;
  /** Ids of the keys that calls of it are made with; null for a call without one. */
  keys: Keys;
}

/** What can be asked, by name, and the keys of each vendor. */
function offersOf(
  providers: readonly ProviderRow[],
  credentials: readonly UsableCredential[],
  book: Book,
): { byName: ReadonlyMap<string, Offer>; keysByVendor: ReadonlyMap<string, Keys> } {
  const byName = new Map<string, Offer>();
  const keysByVendor = new Map<string, Keys>();
  for (const row of providers) {
    const keys = keysInUse(row, credentials);
    keysByVendor.set(row.vendor, [...(keysByVendor.get(row.vendor) ?? []), ...keys]);
    const deploys = new Map(row.models.map((model) => [model.id, model.deploys]));
    for (const id of offeredIds(row, book)) {
      const name = nameOf([row.vendor, id]);
      const other = byName.get(name);
      byName.set(name, {
        ...{ vendor: row.vendor, id, deploys: deploys.get(id) ?? other?.deploys },
        keys: [...(other?.keys ?? []), ...keys],
      });
    }
  }
  return { byName, keysByVendor };
}

const nameOf = ([vendor, id]: [vendor: string, id: string]) => `${vendor}/${id.toLowerCase()}`;

function byHand(rows: Awaited<ReturnType<typeof listCatalogueModels>>): Map<string, SaidOfModel> {
  return new Map(
    rows
      .filter(({ origin }) => origin === "person")
      .map((row) => [nameOf([row.vendor, row.model]), toSaid(row)]),
  );
}

function describe(book: Book, vendor: string, id: string, locale: Locale) {
  const { displayName, chineseName, modes, efforts } = book.describe(vendor, id);
  return {
    vendor,
    vendorName: vendorName(vendor, locale),
    id,
    name: locale === "zh-CN" ? (chineseName ?? displayName) : displayName,
    entry: book.entry(vendor, id),
    modes,
    ...(efforts.length > 0 && { efforts }),
    hiddenBy: book.hiddenBy(vendor, id),
  };
}

function toPrice({ rate, byKey }: ChargedRate): CataloguePrice | null {
  if (rate === null) return null;
  const { currency, perMillionMicro, billedAs, tiers, tariffs } = rate;
  const caches = CACHES.filter((bucket) => billedAs[bucket] === undefined).map((bucket) => {
    const price = perMillionMicro[bucket];
    return [bucket, price === undefined ? null : formatDecimal(price, MICRO_DIGITS)];
  });
  return {
    currency,
    input: formatDecimal(perMillionMicro.input, MICRO_DIGITS),
    output: formatDecimal(perMillionMicro.output, MICRO_DIGITS),
    ...Object.fromEntries(caches),
    varies: byKey || tiers.length > 0 || tariffs.length > 0,
  };
}
