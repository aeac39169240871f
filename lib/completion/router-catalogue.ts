import type { UsableCredential } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";
import { defaultModels } from "@/lib/catalogue/default-models";
import { baseUrlOf } from "@/lib/providers/connection";
import { vendorById } from "@/lib/providers/registry";
import { residencyOf } from "@/lib/providers/residency";
import type { RouterCandidate, RouterCatalogue } from "@/lib/router/candidate";
import { MODES, type Mode } from "@/lib/router/choice";
import { keysOf } from "./keys-of";
import type { Offers } from "./offers";
import { sameModel } from "./same-model";
import type { UsableModel } from "./usable-models";

const MINUTE_MS = 60_000;

interface Kept {
  minute: number;
  stated: Offers["stated"];
  /** Of the keys, what a price or a place depends on: their circuits move with every failure. */
  keys: string;
  catalogue: RouterCatalogue;
}

/** By the list of models, which stays the same when a circuit opens. */
const kept = new WeakMap<Offers["models"], Kept>();

/** What a team's questions are routed from. The same object as long as nothing of it changes; whether a price begins or
 *  ends is looked at once a minute. */
export function routerCatalogue(offers: Offers, now: Date): RouterCatalogue {
  const minute = Math.floor(now.getTime() / MINUTE_MS);
  const keys = offers.credentials
    .map(({ id, weight, baseUrl }) => [id, weight, baseUrl].join(" "))
    .join("\n");
  const known = kept.get(offers.models);
  const isSame = known?.keys === keys && known.stated === offers.stated;
  if (isSame && known.minute === minute) return known.catalogue;
  const made = makeCatalogue(offers, now);
  const catalogue = isSame && hasSameRates(known.catalogue, made) ? known.catalogue : made;
  kept.set(offers.models, { minute, stated: offers.stated, keys, catalogue });
  return catalogue;
}

function makeCatalogue(offers: Offers, now: Date): RouterCatalogue {
  const { providers, models, stated } = offers;
  const places = new Map(providers.map((row) => [row, placeOf(row, offers)]));
  const preferences = Object.fromEntries(
    MODES.map((mode) => [mode, stated.find((row) => row.mode === mode)?.models ?? defaultModels(mode)]),
  ) as Record<Mode, readonly string[]>;
  return {
    candidates: models.map((model) =>
      toCandidate(model, places.get(model.row) ?? placeOf(model.row, offers), offers, now),
    ),
    unlisted: providers.filter((row) => row.models.length === 0).map(({ name }) => name),
    preferences,
  };
}

/** What all models of a provider have in common. */
interface Place {
  residency: RouterCandidate["residency"];
  /** The key that most calls go through: prices may differ by key. */
  credentialId: string | null;
}

export function placeOf(row: ProviderRow, { credentials }: Offers): Place {
  const keys = keysOf(row, credentials);
  const heaviest = keys.reduce<UsableCredential | null>(
    (best, key) => (best === null || key.weight > best.weight ? key : best),
    null,
  );
  const own = keys.map(({ baseUrl }) => baseUrl).filter((url) => url !== null);
  const urls = own.length === keys.length && own.length > 0 ? own : [...own, baseUrlOf(row)];
  const vendor = vendorById(row.vendor) ?? { id: row.vendor };
  return { residency: residencyOf(vendor, urls), credentialId: heaviest?.id ?? null };
}

function toCandidate(
  { provider, model, row, described, contextLength }: UsableModel,
  { residency, credentialId }: Place,
  { book }: Offers,
  now: Date,
): RouterCandidate {
  return {
    provider,
    model,
    vendor: row.vendor,
    modes: described.modes,
    abilities: described,
    contextLength,
    takesImages: book.entry(row.vendor, model)?.inputs?.includes("image") ?? false,
    sameAs: sameModel(model),
    residency,
    rate: book.rate(row.vendor, model, now, credentialId),
    demo: row.vendor === "demo",
  };
}

/** Both are made of the same models, in the same order. */
const hasSameRates = (one: RouterCatalogue, other: RouterCatalogue): boolean =>
  one.candidates.every(({ rate }, nth) => rate === other.candidates[nth]?.rate);
