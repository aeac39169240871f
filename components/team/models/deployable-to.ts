import type { Catalogue } from "@/lib/catalogue/list-catalogue";
import type { FoundModel } from "./find-models";

/** The models that may answer under a model's name; null where it cannot be a name that a customer gave: its vendor's
 *  customers name nothing, and the catalogue knows it. */
export function deployableTo(
  { key, row: { vendor, entry } }: FoundModel,
  models: readonly FoundModel[],
  deployable: Catalogue["deployable"],
): FoundModel[] | null {
  const isNamed = deployable[vendor] !== undefined || entry === null || entry.sameAs !== undefined;
  if (!isNamed) return null;
  const vendors = deployable[vendor] ?? [vendor];
  const known = models.filter(
    ({ key: of, row }) => vendors.includes(row.vendor) && of !== key && isKnown(row.entry),
  );
  if (known.length === 0) return null;
  const place = ({ row }: FoundModel) => vendors.indexOf(row.vendor);
  return known.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

const isKnown = (entry: FoundModel["row"]["entry"]) => entry !== null && entry.sameAs === undefined;
