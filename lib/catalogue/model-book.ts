import { type CatalogueModel, describeEntry } from "./describe-model";
import type { CatalogueEntry } from "./entry";
import { type SetModels, setEntry } from "./set-models";
import { shippedEntry, shippedNames } from "./snapshot";

export type ModelName = readonly [vendor: string, id: string];

/** What a team's models are: what was set for the team and the instance, what was imported, what ships. */
export interface ModelBook {
  /** What is known of a model, field by field the most particular word. */
  describe(vendor: string, id: string): CatalogueModel;
  /** All that is known of a model; null for one that nobody has heard of. */
  entry(vendor: string, id: string): CatalogueEntry | null;
  /** What would be known of it if nobody had said anything by hand in a place. */
  known(vendor: string, id: string, without: "team" | "instance"): CatalogueEntry | null;
  /** The model that answers under a name that a customer gave; null where the name is the model's own. */
  deployed(vendor: string, id: string): ModelName | null;
  /** Whether the team or the instance took the model away from those that can be asked. */
  isHidden(vendor: string, id: string): boolean;
  /** Who did. */
  hiddenBy(vendor: string, id: string): "team" | "instance" | null;
  /** Ids of a vendor's models that a person of the team or the instance spoke of: these are there, whether or not the
   *  vendor lists them. */
  byHand(vendor: string): string[];
  /** Every model of the catalogue. */
  names(): [vendor: string, id: string][];
}

export function modelBook(own: SetModels, instances: SetModels): ModelBook {
  const hiddenBy: ModelBook["hiddenBy"] = (vendor, id) => {
    const name = `${vendor}/${id.toLowerCase()}`;
    if (instances.hidden.has(name)) return "instance";
    return own.hidden.has(name) ? "team" : null;
  };
  const entry: ModelBook["entry"] = (vendor, id) =>
    merged(vendor, id, [setEntry(instances, vendor, id), setEntry(own, vendor, id)], [instances, own]);
  const deployed: ModelBook["deployed"] = (vendor, id) =>
    toName(setEntry(own, vendor, id)?.sameAs ?? setEntry(instances, vendor, id)?.sameAs);
  return {
    entry,
    known: (vendor, id, without) =>
      without === "team"
        ? merged(
            vendor,
            id,
            [setEntry(instances, vendor, id), setEntry(own, vendor, id, "imported")],
            [instances, own],
          )
        : merged(vendor, id, [setEntry(instances, vendor, id, "imported")], [instances]),
    describe: (vendor, id) => {
      const [ofVendor, of] = deployed(vendor, id) ?? [vendor, id];
      return describeEntry(vendor, id, entry(vendor, id), { vendor: ofVendor, id: of });
    },
    deployed,
    hiddenBy,
    isHidden: (vendor, id) => hiddenBy(vendor, id) !== null,
    byHand: (vendor) => [...(own.byHand.get(vendor) ?? []), ...(instances.byHand.get(vendor) ?? [])],
    names: () => eachOnce([...shippedNames(), ...setNames(instances), ...setNames(own)]),
  };
}

/** What is said, the last word counting, over what is known of the model whose name it is or that answers under it. */
function merged(
  vendor: string,
  id: string,
  said: readonly (CatalogueEntry | null)[],
  places: readonly SetModels[],
): CatalogueEntry | null {
  const words = said.filter((word) => word !== null);
  const of = toName(words.findLast(({ sameAs }) => sameAs !== undefined)?.sameAs);
  const known = of === null ? shippedEntry(vendor, id) : factsOf(of, places);
  const layers = [known, ...words].filter((layer) => layer !== null);
  return layers.length === 0 ? null : Object.assign({}, ...layers);
}

/** Of a deployed model, without its name: two deployments of it have their own. */
function factsOf([vendor, id]: ModelName, places: readonly SetModels[]): CatalogueEntry | null {
  const layers = [shippedEntry(vendor, id), ...places.map((place) => setEntry(place, vendor, id))];
  const {
    name: _name,
    chineseName: _chineseName,
    id: _id,
    sameAs: _sameAs,
    ...facts
  }: CatalogueEntry = Object.assign({}, ...layers);
  return Object.keys(facts).length === 0 ? null : facts;
}

function toName(sameAs: string | undefined): ModelName | null {
  if (sameAs === undefined) return null;
  const slash = sameAs.indexOf("/");
  return [sameAs.slice(0, slash), sameAs.slice(slash + 1)];
}

function setNames({ entries }: SetModels): [string, string][] {
  return [...entries].flatMap(([vendor, models]) =>
    [...models].map(([model, { id }]): [string, string] => [vendor, id ?? model]),
  );
}

/** Of names that differ in case only, the first. */
function eachOnce(names: readonly [string, string][]): [string, string][] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.join("/").toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
