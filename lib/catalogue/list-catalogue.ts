import { listCatalogueModels } from "@/db/queries/catalogue";
import { type ModelFigures, measureModels } from "@/db/queries/model-figures";
import { listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";
import { vendorName } from "@/lib/i18n/vendor-names";
import { formatDecimal } from "@/lib/money/format-decimal";
import type { Currency } from "@/lib/money/pico";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Rate } from "@/lib/pricing/rate";
import type { Mode } from "@/lib/router/choice";
import { type Book, readBook } from "./book";
import type { CatalogueEntry } from "./entry";
import type { SaidOfModel } from "./set-model";
import { SNAPSHOT } from "./snapshot";

/** Per million tokens, exact decimal strings. */
export interface CataloguePrice {
  currency: Currency;
  input: string;
  output: string;
  /** It depends on the length of the prompt, the hour or the service tier too. */
  varies: boolean;
}

export interface CatalogueRow {
  vendor: string;
  vendorName: string;
  id: string;
  name: string;
  /** Null: nobody has heard of it. */
  entry: CatalogueEntry | null;
  modes: readonly Mode[];
  price: CataloguePrice | null;
  /** A connected provider offers it. */
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
}

const MICRO_DIGITS = 6;
const DAYS_MEASURED = 30;
const DAY_MS = 86_400_000;

/** Every model that is known or connected, with what a team knows of it. */
export async function listCatalogue(context: Context, locale: Locale): Promise<Catalogue> {
  requirePermission(context.actor, "catalogue:read");
  const { db, actor } = context;
  const now = new Date();
  const since = new Date(now.getTime() - DAYS_MEASURED * DAY_MS);
  const [book, providers, team, instance, figures] = await Promise.all([
    readBook(db, actor.teamId),
    listUsableProviders(db, actor.teamId),
    listCatalogueModels(db, actor.teamId),
    listCatalogueModels(db, INSTANCE_TEAM_ID),
    measureModels(db, actor.teamId, since),
  ]);
  const listed = providers.flatMap(({ vendor, models }) =>
    models.map(({ id }): [string, string] => [vendor, id]),
  );
  const connected = new Set(listed.map(nameOf));
  const names = new Map([...book.names(), ...listed].map((name) => [nameOf(name), name]));
  const said = { team: byHand(team), instance: byHand(instance) };
  const rows = [...names].map(([name, [vendor, id]]): CatalogueRow => {
    const ofTeam = said.team.get(name) ?? null;
    const ofInstance = said.instance.get(name) ?? null;
    return {
      ...describe(book, vendor, id, locale, now),
      connected: connected.has(name),
      said: ofTeam || ofInstance ? { team: ofTeam, instance: ofInstance } : null,
    };
  });
  return { rows, figures, date: SNAPSHOT.date };
}

const nameOf = ([vendor, id]: [vendor: string, id: string]) => `${vendor}/${id.toLowerCase()}`;

function byHand(rows: Awaited<ReturnType<typeof listCatalogueModels>>): Map<string, SaidOfModel> {
  return new Map(
    rows
      .filter(({ origin }) => origin === "person")
      .map(({ vendor, model, entry, hidden }) => [`${vendor}/${model}`, { entry, hidden }]),
  );
}

function describe(book: Book, vendor: string, id: string, locale: Locale, now: Date) {
  const { displayName, chineseName, modes } = book.describe(vendor, id);
  const rate = book.rate(vendor, id, now);
  return {
    vendor,
    vendorName: vendorName(vendor, locale),
    id,
    name: locale === "zh-CN" ? (chineseName ?? displayName) : displayName,
    entry: book.entry(vendor, id),
    modes,
    price: rate && toPrice(rate),
    hiddenBy: book.hiddenBy(vendor, id),
  };
}

function toPrice({ currency, perMillionMicro, tiers, tariffs }: Rate): CataloguePrice {
  return {
    currency,
    input: formatDecimal(perMillionMicro.input, MICRO_DIGITS),
    output: formatDecimal(perMillionMicro.output, MICRO_DIGITS),
    varies: tiers.length > 0 || tariffs.length > 0,
  };
}
