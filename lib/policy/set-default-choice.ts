import { findTeamPolicy, lockTeamPolicy, upsertTeamPolicy } from "@/db/queries/team-policies";
import { recordAudit } from "@/lib/audit/record";
import { allowedModels } from "@/lib/completion/allowed-models";
import { readOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { Choice } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";
import { transact } from "@/lib/transact";

/** What a new chat starts with where a person has made no choice of their own; null: the first mode that answers.
 *  @throws AppError `forbidden`; `unknown_model` for a model that cannot be asked */
export async function setDefaultChoice(context: Context, wanted: Choice | null): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const choice = parse(Choice.nullable(), wanted);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockTeamPolicy(inner.db, teamId);
    const before = (await findTeamPolicy(inner.db, teamId))?.defaultChoice ?? null;
    if (JSON.stringify(before) === JSON.stringify(choice)) return;
    if (choice?.kind === "model") await requireAskable(inner, choice.model);
    await upsertTeamPolicy(inner.db, teamId, { defaultChoice: choice });
    await recordAudit(inner, { action: "policy.default", target: teamId, before, after: choice });
  });
}

async function requireAskable({ db, actor }: Context, model: string): Promise<void> {
  const offers = await readOffers(db, actor.teamId);
  if (!allowedModels(offers, new Date()).some((one) => nameOf(one) === model))
    throw new AppError("unknown_model", { model });
}
