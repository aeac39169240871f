import { endTeams, forgetPerson, lockOwnedTeams, lockPerson } from "@/db/queries/erasure";
import { revokeInvitationsOf } from "@/db/queries/invitations";
import { notifyAccess } from "@/db/queries/members";
import { lockInstanceAdmins } from "@/db/queries/people";
import { requestStops } from "@/db/queries/runs";
import { listTeamsHolding } from "@/db/queries/standing-holds";
import { findTeams } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { destroyKey } from "@/lib/audit/destroy-key";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { forgetAddress } from "@/lib/invitations/forget-address";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

/** Erases a person for good. At once they have no name, no way in and no team, and what is being written for them is
 *  stopped; `finishErasures` removes what they wrote. Themselves, or the administrator of the instance at their request.
 *  A team in which they were alone goes with them. The ledger and the audit keep an id that nothing resolves any more.
 *  @throws AppError `forbidden`, `not_found`, `under_hold`, `only_owner`, `last_administrator` */
export async function erasePerson(context: Context, personId: string, now = new Date()): Promise<void> {
  const { actor } = context;
  const isOwn = actor.kind === "person" && actor.personId === personId;
  if (!isOwn) requireInstancePermission(actor, "instance:person");
  await transact(context, async (inner) => {
    // Before the person's own row, in the order in which all who administer are locked.
    if (!isOwn || actor.instanceAdmin) await requireOtherAdministrator(inner, personId);
    const person = await lockPerson(inner.db, personId);
    if (!person) throw new AppError("not_found");
    await requireNoHold(inner, personId);
    const alone = await requireReplaceable(inner, personId);
    const teams = await forgetPerson(inner.db, personId, now);
    await endTeams(inner.db, alone, now);
    for (const teamId of teams) {
      await revokeInvitationsOf(inner.db, teamId, personId);
      await notifyAccess(inner.db, teamId, personId);
    }
    await forgetAddress(inner.db, person.email, now);
    await destroyKey(inner.db, personId);
    for (const teamId of [INSTANCE_TEAM_ID, ...teams].toSorted()) {
      await recordAudit(inner, { teamId, action: "person.erase", target: personId });
    }
  });
  await requestStops(context.db, { personId });
}

async function requireOtherAdministrator({ db }: Context, personId: string): Promise<void> {
  const administrators = await lockInstanceAdmins(db);
  const isLast = administrators.length > 0 && administrators.every((id) => id === personId);
  if (isLast) throw new AppError("last_administrator");
}

async function requireNoHold({ db }: Context, personId: string): Promise<void> {
  const holding = await listTeamsHolding(db, personId);
  if (holding.length > 0) throw new AppError("under_hold", { team: await namesOf(db, holding) });
}

const namesOf = async (db: Context["db"], teamIds: string[]): Promise<string> =>
  (await findTeams(db, teamIds)).map(({ name }) => name).join(", ");

/** @returns the teams that nobody is left in without this person
 *  @throws AppError `only_owner` naming those that others are in and nobody would own */
async function requireReplaceable({ db }: Context, personId: string): Promise<string[]> {
  const owned = await lockOwnedTeams(db, personId);
  const orphaned = owned.filter(({ shared, peopled, deletesAt }) => peopled && !shared && deletesAt === null);
  if (orphaned.length > 0) {
    throw new AppError("only_owner", { teams: orphaned.map(({ name }) => name).join(", ") });
  }
  return owned.filter(({ peopled }) => !peopled).map(({ id }) => id);
}
