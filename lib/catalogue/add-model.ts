import { insertCatalogueModel } from "@/db/queries/catalogue";
import { listUsableProviders } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { readBook } from "./book";
import { NewModelInput } from "./model-input";
import { modelKey, modelRow, recordModel } from "./model-row";
import { requireCatalogueWrite } from "./require-catalogue-write";

/** Adds a model that nobody has listed yet.
 *  @throws AppError `forbidden`, `invalid_input`; `model_exists` for one that is there, whoever says so: what is said of it
 *  is changed where it stands */
export async function addModel(context: Context, input: NewModelInput): Promise<void> {
  requireCatalogueWrite(context.actor, input.scope);
  const given = parse(NewModelInput, input);
  const { vendor, model, said } = given;
  const key = modelKey(context, given);
  const [book, providers] = await Promise.all([
    readBook(context.db, key.teamId),
    listUsableProviders(context.db, key.teamId),
  ]);
  const listed = providers.filter((row) => row.vendor === vendor).flatMap(({ models }) => models);
  const names = [...book.names().filter(([of]) => of === vendor), ...listed.map(({ id }) => [vendor, id])];
  const exists = new AppError("model_exists", { model: `${vendor}/${model}` });
  if (names.some(([, id]) => id?.toLowerCase() === key.model)) throw exists;
  const row = modelRow(context, book, key, given);
  await transact(context, async (inner) => {
    const isNew = await insertCatalogueModel(inner.db, row);
    if (!isNew) throw exists;
    await recordModel(inner, key, null, said);
  });
}
