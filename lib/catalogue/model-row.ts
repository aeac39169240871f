import type { CatalogueModelRow } from "@/db/queries/catalogue";
import { moveBookVersion } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Book } from "./book";
import { deployable } from "./deployable";
import type { ModelInput, SaidOfModel } from "./model-input";

type RowKey = Pick<CatalogueModelRow, "teamId" | "vendor" | "model" | "origin">;

/** Where what a person says of a model is kept. */
export function modelKey(
  { actor }: Context,
  { scope, vendor, model }: Pick<ModelInput, "scope" | "vendor" | "model">,
): RowKey {
  const teamId = scope === "instance" ? INSTANCE_TEAM_ID : actor.teamId;
  return { teamId, vendor, model: model.toLowerCase(), origin: "person" };
}

/** A row of what a person says.
 *  @param book of the place that it is said for
 *  @throws AppError `invalid_input` */
export function modelRow(
  { actor }: Context,
  book: Book,
  key: RowKey,
  { model, said: { entry, hidden } }: { model: string; said: SaidOfModel },
) {
  requireDeployable(book, key, entry.sameAs);
  const spelled = model === key.model ? entry : { ...entry, id: model };
  return { ...key, entry: spelled, hidden, setBy: actor.kind === "person" ? actor.personId : null };
}

/** What answers under a customer's name is a model of the catalogue, and not another such name. */
function requireDeployable(book: Book, { vendor, model }: RowKey, sameAs: string | undefined): void {
  if (sameAs === undefined) return;
  const name = sameAs.toLowerCase();
  const isKnown =
    name !== `${vendor}/${model}` &&
    deployable(vendor).some((of) => name.startsWith(`${of}/`)) &&
    book.names().some(([of, id]) => `${of}/${id}`.toLowerCase() === name && book.deployed(of, id) === null);
  if (!isKnown)
    throw new AppError("invalid_input", { field: "sameAs", problem: "no model of the catalogue" });
}

/** Tells every process, and the audit log. Call it in the transaction that writes the row. */
export async function recordModel(
  inner: Context,
  { teamId, vendor, model }: RowKey,
  before: SaidOfModel | null,
  after: SaidOfModel | null,
): Promise<void> {
  await moveBookVersion(inner.db, teamId);
  await recordAudit(inner, { teamId, action: "catalogue.set", target: `${vendor}/${model}`, before, after });
}
