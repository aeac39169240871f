import { z } from "zod";
import snapshot from "./data/snapshot.json";
import { CatalogueEntry } from "./entry";
import { undated } from "./undated";

const SnapshotFile = z.strictObject({
  /** The day on which it was built. */
  date: z.iso.date(),
  sources: z.array(
    z.strictObject({
      name: z.string(),
      version: z.string(),
      date: z.iso.date(),
    }),
  ),
  /** By vendor, then by model. */
  models: z.record(z.string(), z.record(z.string(), CatalogueEntry)),
});
export type SnapshotFile = z.infer<typeof SnapshotFile>;

/** The catalogue that ships: made by `npm run catalogue:update`, which says how. */
export const SNAPSHOT: SnapshotFile = SnapshotFile.parse(snapshot);

const byLowerCase = new Map(
  Object.entries(SNAPSHOT.models).map(([vendor, models]) => [
    vendor,
    new Map(Object.entries(models).map(([id, entry]) => [id.toLowerCase(), entry])),
  ]),
);

/** What ships of a model, by its id in any case; a dated id is described as the id that it dates. */
export function shippedEntry(vendor: string, id: string): CatalogueEntry | null {
  const models = byLowerCase.get(vendor);
  const name = id.toLowerCase();
  return models?.get(name) ?? models?.get(undated(name)) ?? null;
}

/** Every model that ships, as `[vendor, id]`. */
export function shippedNames(): [vendor: string, id: string][] {
  return Object.entries(SNAPSHOT.models).flatMap(([vendor, models]) =>
    Object.keys(models).map((id): [string, string] => [vendor, id]),
  );
}
