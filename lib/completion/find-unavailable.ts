import type { Unavailable, UnavailableModel } from "@/lib/chat/picker";
import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";
import { vendorName } from "@/lib/i18n/vendor-names";
import { isAllowed, requirePermission } from "@/lib/permissions/require-permission";
import { planOf } from "@/lib/router/plan";
import { listHelpers } from "@/lib/teams/list-helpers";
import { allowedModels } from "./allowed-models";
import { type Offers, readOffersFor } from "./offers";
import { routerCatalogue } from "./router-catalogue";

const MOST = 8;

/** Models that match every word and cannot be chosen, each with why: what is hidden or not allowed first, since
 *  somebody decided it, then what one key more would bring. And whom to ask about it. */
export async function findUnavailable(
  { db, actor }: Context,
  query: string,
  locale: Locale,
): Promise<Unavailable> {
  requirePermission(actor, "chat:use");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { models: [], ask: [] };
  const mayItself = isAllowed(actor, "provider:write") && isAllowed(actor, "catalogue:write");
  const [offers, helpers] = await Promise.all([
    readOffersFor(db, actor),
    mayItself ? [] : listHelpers({ db, actor }),
  ]);
  const models = unavailableModels(offers, words, locale);
  return { models, ask: models.length === 0 ? [] : helpers };
}

function unavailableModels(offers: Offers, words: readonly string[], locale: Locale): UnavailableModel[] {
  const { providers, book, models } = offers;
  const listed = providers.flatMap(({ vendor, models }) =>
    models.map(({ id }): [string, string] => [vendor, id]),
  );
  const offered = new Set(
    allowedModels(offers, new Date()).map(({ vendor, model }) => keyOf([vendor, model])),
  );
  // Of several hosts of a model, the mildest reason counts.
  const notPermitted = new Set(
    [...planOf(routerCatalogue(offers, new Date()), offers.policy).byName.values()]
      .filter(({ forbidden }) => forbidden === "not-permitted")
      .map(({ candidate: { vendor, model } }) => keyOf([vendor, model])),
  );
  const there = new Set(models.map(({ row, model }) => keyOf([row.vendor, model])));
  const connected = new Set(providers.map(({ vendor }) => vendor));
  const names = new Map([...book.names(), ...listed].map((name) => [keyOf(name), name]));
  return [...names]
    .flatMap(([key, [vendor, id]]): UnavailableModel[] => {
      const hiddenBy = book.hiddenBy(vendor, id);
      if (hiddenBy === null && offered.has(key)) return [];
      const { displayName, chineseName } = book.describe(vendor, id);
      const ofVendor = vendorName(vendor, locale);
      const text = [key, displayName, chineseName ?? "", ofVendor].join(" ").toLowerCase();
      if (!words.every((word) => text.includes(word))) return [];
      const hidden = hiddenBy === "team" ? "hiddenByTeam" : "hiddenByInstance";
      const missing = connected.has(vendor) ? "model" : "vendor";
      return [
        {
          name: `${vendor}/${id}`,
          displayName: locale === "zh-CN" ? (chineseName ?? displayName) : displayName,
          vendorName: ofVendor,
          reason:
            hiddenBy !== null ? hidden : notPermitted.has(key) ? "role" : there.has(key) ? "policy" : missing,
        },
      ];
    })
    .sort((a, b) => rank(a) - rank(b) || newestFirst(a, b) || a.name.length - b.name.length)
    .filter(once())
    .slice(0, MOST);
}

const keyOf = ([vendor, id]: [string, string]) => `${vendor}/${id.toLowerCase()}`;
/** The names of vendors' models count upwards. */
const collator = new Intl.Collator("en", { numeric: true });
const newestFirst = (a: UnavailableModel, b: UnavailableModel) =>
  collator.compare(b.displayName, a.displayName);
/** A dated id is the model again. */
function once(): (model: UnavailableModel) => boolean {
  const seen = new Set<string>();
  return ({ displayName, vendorName: of, reason }) => {
    const called = JSON.stringify([displayName, of, reason]);
    return !seen.has(called) && Boolean(seen.add(called));
  };
}
const RANKS = { hiddenByTeam: 0, hiddenByInstance: 0, policy: 0, role: 0, model: 3, vendor: 3 } as const;
/** Who sells other vendors' models, and calls them by their ids, comes after the vendors themselves. */
const rank = ({ reason, name, displayName }: UnavailableModel) =>
  RANKS[reason] + (name.startsWith("openrouter/") ? 2 : name.endsWith(`/${displayName}`) ? 1 : 0);
