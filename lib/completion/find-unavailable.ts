import { listUsableProviders } from "@/db/queries/providers";
import { readBook } from "@/lib/catalogue/book";
import type { UnavailableModel } from "@/lib/chat/picker";
import type { Context } from "@/lib/context";
import type { Locale } from "@/lib/i18n/locale";
import { vendorName } from "@/lib/i18n/vendor-names";
import { requirePermission } from "@/lib/permissions/require-permission";
import { usableModels } from "./usable-models";

const MOST = 8;

/** Models that match every word and cannot be chosen, each with why: what is hidden first, since somebody decided it,
 *  then what one key more would bring. */
export async function findUnavailable(
  { db, actor }: Context,
  query: string,
  locale: Locale,
): Promise<UnavailableModel[]> {
  requirePermission(actor, "chat:use");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const [providers, book] = await Promise.all([
    listUsableProviders(db, actor.teamId),
    readBook(db, actor.teamId),
  ]);
  const listed = providers.flatMap(({ vendor, models }) =>
    models.map(({ id }): [string, string] => [vendor, id]),
  );
  const offered = new Set(usableModels(providers, book).map(({ row, model }) => keyOf([row.vendor, model])));
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
      return [
        {
          name: `${vendor}/${id}`,
          displayName: locale === "zh-CN" ? (chineseName ?? displayName) : displayName,
          vendorName: ofVendor,
          reason: hiddenBy !== null ? hidden : connected.has(vendor) ? "model" : "vendor",
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
const RANKS = { hiddenByTeam: 0, hiddenByInstance: 0, model: 1, vendor: 1 } as const;
/** What nobody has a name for is mostly somebody else's model; a seller of everybody's comes after the vendors
 *  themselves. */
const rank = ({ reason, name, displayName }: UnavailableModel) =>
  RANKS[reason] + (name.endsWith(`/${displayName}`) ? 0.5 : 0) + (name.startsWith("openrouter/") ? 1 : 0);
