import type { ListPrice } from "@/lib/catalogue/list-price";
import { OWN_ALIASES, OWN_RATES } from "@/lib/catalogue/own-prices";
import { isServed } from "./is-served";
import type { GenaiModel, VendorPrices } from "./read-genai-prices";

/** The other names that the source lists a priced model under, word for word; a name that only looks alike is not
 *  priced as it. */
export function genaiAliases(
  lists: readonly VendorPrices[],
  prices: readonly ListPrice[],
): Record<string, string> {
  const priced = new Set(prices.map(({ vendor, model }) => `${vendor}/${model}`));
  const own = new Set(OWN_RATES.map(({ vendor, model }) => `${vendor}/${model}`));
  const found = lists.flatMap(({ vendor, models }) =>
    models.flatMap((model) => {
      const id = model.id.toLowerCase();
      const target = [id, OWN_ALIASES[`${vendor}/${id}`], id.replace(/-latest$/, "")].find(
        (name) => name !== undefined && (priced.has(`${vendor}/${name}`) || own.has(`${vendor}/${name}`)),
      );
      if (target === undefined) return [];
      return otherNames(model)
        .map((name): [string, string] => [`${vendor}/${name.toLowerCase()}`, target])
        .filter(
          ([alias]) =>
            isServed(vendor, alias.slice(vendor.length + 1)) &&
            !priced.has(alias) &&
            !own.has(alias) &&
            OWN_ALIASES[alias] === undefined,
        );
    }),
  );
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function otherNames({ match }: GenaiModel): string[] {
  if (typeof match !== "object" || match === null) return [];
  if ("equals" in match && typeof match.equals === "string") return [match.equals];
  if (!("or" in match) || !Array.isArray(match.or)) return [];
  return match.or.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "equals" in one && typeof one.equals === "string"
      ? [one.equals]
      : [],
  );
}
