import { z } from "zod";
import type { CatalogueModelRow } from "@/db/queries/catalogue";
import { CatalogueEntry } from "./entry";

/** What is said of a model by hand; nothing at all takes back what was said. */
const Said = z.object({ entry: CatalogueEntry.omit({ id: true }), hidden: z.boolean() });
export type SaidOfModel = z.infer<typeof Said>;

export const ModelInput = z.object({
  scope: z.enum(["team", "instance"]),
  vendor: z.string().trim().min(1).max(64),
  model: z.string().trim().min(1).max(256),
  said: Said.nullable(),
});
export type ModelInput = z.input<typeof ModelInput>;

export const NewModelInput = ModelInput.extend({ said: Said });
export type NewModelInput = z.input<typeof NewModelInput>;

/** A row as people know it: its spelling is the model's id. */
export function toSaid({ entry, hidden }: Pick<CatalogueModelRow, "entry" | "hidden">): SaidOfModel {
  const { id: _id, ...rest } = entry;
  return { entry: rest, hidden };
}
