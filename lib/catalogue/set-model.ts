import { z } from "zod";
import {
  type CatalogueModelRow,
  deleteCatalogueModel,
  findCatalogueModel,
  insertCatalogueModel,
  upsertCatalogueModel,
} from "@/db/queries/catalogue";
import { moveBookVersion } from "@/db/queries/prices";
import { listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { type Book, readBook } from "./book";
import { deployable } from "./deployable";
import { CatalogueEntry } from "./entry";
import { requireCatalogueWrite } from "./require-catalogue-write";

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

const PERSON = "person";

/** Hides or overrides a model for a team or for all. @returns what was said before: given back, it undoes this.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setModel(context: Context, input: ModelInput): Promise<SaidOfModel | null> {
  requireCatalogueWrite(context.actor, input.scope);
  const given = parse(ModelInput, input);
  const said = given.said && toKept(await readBook(context.db, teamOf(context, given)), given, given.said);
  const key = keyOf(context, given);
  return transact(context, async (inner) => {
    const row = await findCatalogueModel(inner.db, key);
    const before = row && toSaid(row);
    if (said) await upsertCatalogueModel(inner.db, { ...key, ...said, setBy: personOf(context) });
    else await deleteCatalogueModel(inner.db, key);
    await record(inner, key, before, given.said);
    return before;
  });
}

/** Adds a model that nobody has listed yet.
 *  @throws AppError `forbidden`, `invalid_input`; `model_exists` for one that is there, whoever says so: what was said of
 *  it is changed at the model itself */
export async function addModel(context: Context, input: NewModelInput): Promise<void> {
  requireCatalogueWrite(context.actor, input.scope);
  const given = parse(NewModelInput, input);
  const { vendor, model } = given;
  const book = await readBook(context.db, teamOf(context, given));
  const exists = new AppError("model_exists", { model: `${vendor}/${model}` });
  const listed = await listUsableProviders(context.db, teamOf(context, given));
  const isSame = (id: string) => id.toLowerCase() === model.toLowerCase();
  const isThere =
    book.names().some(([of, id]) => of === vendor && isSame(id)) ||
    listed.some((row) => row.vendor === vendor && row.models.some(({ id }) => isSame(id)));
  if (isThere) throw exists;
  const said = toKept(book, given, given.said);
  const key = keyOf(context, given);
  await transact(context, async (inner) => {
    const isNew = await insertCatalogueModel(inner.db, { ...key, ...said, setBy: personOf(context) });
    if (!isNew) throw exists;
    await record(inner, key, null, given.said);
  });
}

/** A row as people know it: its spelling is the model's id. */
export function toSaid({ entry, hidden }: Pick<CatalogueModelRow, "entry" | "hidden">): SaidOfModel {
  const { id: _id, ...rest } = entry;
  return { entry: rest, hidden };
}

function toKept(book: Book, { vendor, model }: { vendor: string; model: string }, said: SaidOfModel) {
  requireDeployable(book, vendor, model, said.entry.sameAs);
  const isSpelled = model !== model.toLowerCase();
  return { ...said, entry: { ...said.entry, ...(isSpelled && { id: model }) } };
}

/** What answers under a customer's name is a model of the catalogue, and not another such name. */
function requireDeployable(book: Book, vendor: string, model: string, sameAs: string | undefined): void {
  if (sameAs === undefined) return;
  const name = sameAs.toLowerCase();
  const isKnown =
    name !== `${vendor}/${model}`.toLowerCase() &&
    deployable(vendor).some((of) => name.startsWith(`${of}/`)) &&
    book.names().some(([of, id]) => `${of}/${id}`.toLowerCase() === name && book.deployed(of, id) === null);
  if (!isKnown)
    throw new AppError("invalid_input", { field: "sameAs", problem: "no model of the catalogue" });
}

const teamOf = ({ actor }: Context, { scope }: Pick<ModelInput, "scope">) =>
  scope === "instance" ? INSTANCE_TEAM_ID : actor.teamId;
const keyOf = (context: Context, given: Pick<ModelInput, "scope" | "vendor" | "model">) => ({
  ...{ teamId: teamOf(context, given), vendor: given.vendor, model: given.model.toLowerCase() },
  origin: PERSON,
});
const personOf = ({ actor }: Context) => (actor.kind === "person" ? actor.personId : null);

async function record(
  inner: Context,
  { teamId, vendor, model }: ReturnType<typeof keyOf>,
  before: SaidOfModel | null,
  after: SaidOfModel | null,
): Promise<void> {
  await moveBookVersion(inner.db, teamId);
  await recordAudit(inner, { teamId, action: "catalogue.set", target: `${vendor}/${model}`, before, after });
}
