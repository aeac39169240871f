import type { Catalogue } from "@/lib/catalogue/list-catalogue";
import type { FoundModel } from "./find-models";

/** The models that may answer under a model's name; null where it is hardly a name that a customer gave: the catalogue
 *  knows it, and it is not there, or its vendor's customers name nothing. */
export function deployableTo(
  { key, row: { vendor, entry, connected } }: FoundModel,
  models: readonly FoundModel[],
  deployable: Catalogue["deployable"],
): FoundModel[] | null {
  const named = deployable[vendor];
  const isNamed = entry === null || entry.sameAs !== undefined || (named !== undefined && connected);
  if (!isNamed) return null;
  const vendors = named ?? [vendor];
  const known = models.filter(
    ({ key: of, row }) => vendors.includes(row.vendor) && of !== key && isKnown(row.entry),
  );
  if (known.length === 0) return null;
  const place = ({ row }: FoundModel) => vendors.indexOf(row.vendor);
  return known.toSorted((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1));
}

const isKnown = (entry: FoundModel["row"]["entry"]) => entry !== null && entry.sameAs === undefined;
