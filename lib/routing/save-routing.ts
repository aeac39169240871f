import { deleteModeModels, lockRouting, upsertRoutingPolicy } from "@/db/queries/routing-policies";
import { upsertModeModels } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { MODES, type Mode } from "@/lib/router/choice";
import { transact } from "@/lib/transact";
import { checkRouting } from "./check-routing";
import { readRouting, type VersionedRouting } from "./read-routing";
import { RoutingChange, type TeamRouting } from "./routing-input";

/** Says how the team's questions are routed. @returns what stands now, with the version that the next change names.
 *  @throws AppError `forbidden`; `conflict` when somebody else changed it since; `invalid_input` as `checkRouting` */
export async function saveRouting(context: Context, change: RoutingChange): Promise<VersionedRouting> {
  requirePermission(context.actor, "mode:write");
  const { version, ...wanted } = parse(RoutingChange, change);
  const { teamId } = context.actor;
  return transact(context, async (inner) => {
    await lockRouting(inner.db, teamId);
    const before = await readRouting(inner.db, teamId);
    if (before.version !== version) throw new AppError("conflict");
    // Who may ask what is said elsewhere, and stays.
    const policy = { ...wanted.policy, access: before.policy.access };
    const after = await checkRouting(inner, { ...wanted, policy }, before);
    await savePolicy(inner, before, after);
    for (const mode of MODES) await saveMode(inner, mode, before.modes[mode], after.modes[mode]);
    return readRouting(inner.db, teamId);
  });
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function savePolicy(context: Context, before: TeamRouting, after: TeamRouting): Promise<void> {
  if (isSame(before.policy, after.policy)) return;
  await upsertRoutingPolicy(context.db, context.actor.teamId, after.policy);
  await recordAudit(context, { action: "routing.set", before: before.policy, after: after.policy });
}

async function saveMode(
  context: Context,
  mode: Mode,
  before: string[] | null,
  after: string[] | null,
): Promise<void> {
  if (isSame(before, after)) return;
  const { db, actor } = context;
  if (after === null) await deleteModeModels(db, actor.teamId, mode);
  else await upsertModeModels(db, { teamId: actor.teamId, mode, models: after });
  await recordAudit(context, {
    ...{ action: after === null ? "mode.reset" : "mode.set", target: mode },
    before: before && { models: before },
    after: after && { models: after },
  });
}
