import { z } from "zod";
import { listGroups } from "@/db/queries/groups";
import { lockRouting, upsertRoutingPolicy } from "@/db/queries/routing-policies";
import { recordAudit } from "@/lib/audit/record";
import { readPolicy } from "@/lib/completion/read-policy";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { AccessRule } from "@/lib/router/policy/access";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import { transact } from "@/lib/transact";
import { accessVersion } from "./access-version";

export const AccessChange = z.strictObject({
  rules: RoutingPolicy.shape.access.unwrap(),
  /** Of what was changed. */
  version: z.string().max(100),
});
export type AccessChange = z.infer<typeof AccessChange>;

/** Says who in the team may ask what. It holds from each one's next call on.
 *  @throws AppError `forbidden`, `invalid_input`; `conflict` when somebody else changed it since; `not_found` for a
 *  group that is not the team's */
export async function setAccess(context: Context, change: AccessChange): Promise<void> {
  requirePermission(context.actor, "policy:write");
  const given = parse(AccessChange, change);
  const rules = given.rules.map(tidied);
  const { teamId } = context.actor;
  await transact(context, async (inner) => {
    await lockRouting(inner.db, teamId);
    const policy = await readPolicy(inner.db, teamId);
    if (accessVersion(policy.access) !== given.version) throw new AppError("conflict");
    await requireGroups(inner, rules, policy.access);
    await upsertRoutingPolicy(inner.db, teamId, { ...policy, access: rules });
    await recordAudit(inner, { action: "access.set", target: teamId, before: policy.access, after: rules });
  });
}

/** A vendor's name alone is all of its models. */
const toPattern = (text: string): string => (text.includes("/") || text.includes("*") ? text : `${text}/*`);
const tidied = (rule: AccessRule): AccessRule => ({
  ...rule,
  allow: rule.allow && [...new Set(rule.allow.map(toPattern))],
  deny: [...new Set(rule.deny.map(toPattern))],
});

/** A rule of a group that is gone meanwhile may stay as it was: it speaks of nobody. */
async function requireGroups(
  { db, actor }: Context,
  rules: readonly AccessRule[],
  before: readonly AccessRule[],
): Promise<void> {
  const idsOf = (some: readonly AccessRule[]) =>
    some.flatMap(({ who }) => (who.kind === "group" ? [who.groupId] : []));
  const wanted = idsOf(rules).filter((id) => !idsOf(before).includes(id));
  const there = new Set((await listGroups(db, actor.teamId, wanted)).map(({ id }) => id));
  if (!wanted.every((id) => there.has(id))) throw new AppError("not_found");
}
