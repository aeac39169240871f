import { deleteCatalogueModel, findCatalogueModel, upsertCatalogueModel } from "@/db/queries/catalogue";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { readBook } from "./book";
import { ModelInput, type SaidOfModel, toSaid } from "./model-input";
import { modelKey, modelRow, recordModel } from "./model-row";
import { requireCatalogueWrite } from "./require-catalogue-write";

/** Hides or overrides a model for a team or for all. @returns what was said before: given back, it undoes this.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setModel(context: Context, input: ModelInput): Promise<SaidOfModel | null> {
  requireCatalogueWrite(context.actor, input.scope);
  const { said, ...given } = parse(ModelInput, input);
  const key = modelKey(context, given);
  const row = said && modelRow(context, await readBook(context.db, key.teamId), key, { ...given, said });
  return transact(context, async (inner) => {
    const found = await findCatalogueModel(inner.db, key);
    const before = found && toSaid(found);
    if (row) await upsertCatalogueModel(inner.db, row);
    else await deleteCatalogueModel(inner.db, key);
    await recordModel(inner, key, before, said);
    return before;
  });
}
