import { listAutoOutcomes } from "@/db/queries/decision-reports";
import { lockRouting, upsertRoutingPolicy } from "@/db/queries/routing-policies";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { cutAt } from "@/lib/router/cut";
import { recalibrate } from "@/lib/router/recalibrate";
import { transact } from "@/lib/transact";
import { readRouting, type VersionedRouting } from "./read-routing";
import type { ThresholdEffect } from "./recalibration";

/** Fewer say more of chance than of people. */
export const LEAST_DECISIONS = 100;
const MOST_DECISIONS = 20_000;
const DAYS = 90;
const DAY_MS = 86_400_000;

/** What a threshold worked out from what people asked again would do. Sets nothing.
 *  @throws AppError `forbidden` */
export async function previewRecalibration(context: Context): Promise<ThresholdEffect> {
  requirePermission(context.actor, "mode:write");
  return effectOn(context, await readRouting(context.db, context.actor.teamId));
}

async function effectOn(
  { db, actor }: Context,
  { policy, version }: VersionedRouting,
): Promise<ThresholdEffect> {
  const range = { teamId: actor.teamId, since: new Date(Date.now() - DAYS * DAY_MS) };
  const outcomes = await listAutoOutcomes(db, range, MOST_DECISIONS);
  const judged = outcomes.map(({ mode, ...outcome }) => ({ ...outcome, taken: mode }));
  const { threshold, before, after } = recalibrate(judged, policy);
  return {
    decisions: outcomes.length,
    missing: Math.max(0, LEAST_DECISIONS - outcomes.length),
    from: policy.threshold,
    to: threshold,
    calibrated: cutAt(null).to,
    ...{ before, after, version },
  };
}

/** Sets the threshold that was looked at. @returns what stood before and what stands now.
 *  @throws AppError `forbidden`; `conflict` where it would do something else than was looked at, or there are too few
 *  decisions */
export async function applyRecalibration(
  context: Context,
  { version, to }: Pick<ThresholdEffect, "version" | "to">,
): Promise<{ before: VersionedRouting; after: VersionedRouting }> {
  requirePermission(context.actor, "mode:write");
  const { teamId } = context.actor;
  return transact(context, async (inner) => {
    await lockRouting(inner.db, teamId);
    const before = await readRouting(inner.db, teamId);
    if (before.version !== version) throw new AppError("conflict");
    const effect = await effectOn(inner, before);
    if (effect.to !== to || effect.missing > 0) throw new AppError("conflict");
    await upsertRoutingPolicy(inner.db, teamId, { ...before.policy, threshold: to });
    const { decisions, before: overridesBefore, after: overridesAfter } = effect;
    await recordAudit(inner, {
      action: "routing.recalibrate",
      before: { threshold: effect.from, overrides: overridesBefore },
      after: { threshold: to, overrides: overridesAfter, decisions },
    });
    return { before, after: await readRouting(inner.db, teamId) };
  });
}
