import { findPersonalTeam } from "@/db/queries/members";
import { lockPerson } from "@/db/queries/people";
import { insertTeam, upsertMembership } from "@/db/queries/teams";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requireFeature } from "@/lib/features/require-feature";
import { newId } from "@/lib/ids";
import { parse } from "@/lib/parse";
import { transact } from "@/lib/transact";
import { TeamName } from "./create-team";

/** Makes a team of one: the person's own, to which nobody can be invited. One each; asked again, the same. It is
 *  nobody's but theirs, so it takes no role. @returns its id
 *  @throws AppError `feature_off` where it would be a new one */
export async function createPersonalSpace(context: Context, name: string): Promise<{ id: string }> {
  const { actor } = context;
  if (actor.kind !== "person") throw new AppError("forbidden");
  const { personId } = actor;
  const wanted = parse(TeamName, name);
  return transact(context, async (inner) => {
    await lockPerson(inner.db, personId);
    const known = await findPersonalTeam(inner.db, personId);
    if (known !== null) return { id: known };
    await requireFeature(inner.db, "personal_spaces");
    const id = newId();
    await insertTeam(inner.db, { id, name: wanted, kind: "personal" });
    await upsertMembership(inner.db, { teamId: id, personId, role: "owner" });
    await recordAudit(inner, { teamId: id, action: "team.create", target: id, after: { ownerId: personId } });
    return { id };
  });
}
