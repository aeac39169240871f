import { z } from "zod";
import { deleteCatalogueModel, findCatalogueModel, upsertCatalogueModel } from "@/db/queries/catalogue";
import { moveBookVersion } from "@/db/queries/prices";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { CatalogueEntry } from "./entry";
import { requireCatalogueWrite } from "./require-catalogue-write";

/** What is said of a model by hand; nothing at all takes back what was said. */
const Said = z.object({ entry: CatalogueEntry, hidden: z.boolean() });
export type SaidOfModel = z.infer<typeof Said>;

export const ModelInput = z.object({
  scope: z.enum(["team", "instance"]),
  vendor: z.string().trim().min(1).max(64),
  model: z.string().trim().min(1).max(256),
  said: Said.nullable(),
});
export type ModelInput = z.input<typeof ModelInput>;

const PERSON = "person";

/** Adds, hides or overrides a model for a team or for all. @returns what was said before: given back, it undoes this.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function setModel(context: Context, input: ModelInput): Promise<SaidOfModel | null> {
  requireCatalogueWrite(context.actor, input.scope);
  const { scope, vendor, model, said } = parse(ModelInput, input);
  const teamId = scope === "instance" ? INSTANCE_TEAM_ID : context.actor.teamId;
  const key = { teamId, vendor, model: model.toLowerCase(), origin: PERSON };
  return transact(context, async (inner) => {
    const row = await findCatalogueModel(inner.db, key);
    const before = row && { entry: row.entry, hidden: row.hidden };
    if (said) {
      const setBy = context.actor.kind === "person" ? context.actor.personId : null;
      await upsertCatalogueModel(inner.db, { ...key, ...said, setBy });
    } else await deleteCatalogueModel(inner.db, key);
    await moveBookVersion(inner.db, teamId);
    await recordAudit(inner, {
      teamId,
      action: "catalogue.set",
      target: `${vendor}/${key.model}`,
      before,
      after: said,
    });
    return before;
  });
}
