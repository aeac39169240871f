import { lockRouting } from "@/db/queries/routing-policies";
import { listModeModels, upsertModeModels } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import { readOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Mode } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";
import { transact } from "@/lib/transact";

export interface ModeModels {
  mode: Mode;
  /** `vendor/model` names, the most wanted first. */
  models: string[];
}

/** Says which models serve a mode in the team. @returns the names as the providers write them.
 *  @throws AppError `unknown_model` for a name that no connected provider lists */
export async function setModeModels(context: Context, { mode, models }: ModeModels): Promise<ModeModels> {
  requirePermission(context.actor, "mode:write");
  const { teamId } = context.actor;
  return transact(context, async (inner) => {
    await lockRouting(inner.db, teamId);
    const offered = await readOffers(inner.db, teamId);
    // Only listed names: the router would pass over another one without a word.
    const listed = new Map(offered.models.map((model) => [nameOf(model).toLowerCase(), nameOf(model)]));
    const names = models.map((name) => {
      const known = listed.get(name.toLowerCase());
      if (known === undefined) throw new AppError("unknown_model", { model: name });
      return known;
    });
    const after = { mode, models: [...new Set(names)] };
    const before = (await listModeModels(inner.db, teamId)).find((row) => row.mode === mode);
    await upsertModeModels(inner.db, { teamId, ...after });
    await recordAudit(inner, {
      action: "mode.set",
      target: mode,
      before: before && { models: before.models },
      after: { models: after.models },
    });
    return after;
  });
}
