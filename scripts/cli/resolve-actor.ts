import type { Db } from "@/db/client";
import { findPersonByEmail, firstInstanceAdmin } from "@/db/queries/people";
import { listMembers, listTeams, listTeamsOf } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Actor } from "@/lib/permissions/actor";
import type { Acting } from "./acting";
import { Failure } from "./failure";
import { findTeam } from "./find-team";

/** The instance itself, unless a person is named; in the team that is named, else in the only or first one. */
export function resolveActor(db: Db, { as, team }: Acting): Promise<Actor> {
  return as === undefined ? instanceActor(db, team) : personActor(db, as, team);
}

async function instanceActor(db: Db, teamName: string | undefined): Promise<Actor> {
  const team = findTeam(await listTeams(db), teamName);
  const teamId = team?.id ?? INSTANCE_TEAM_ID;
  const teamEnding = team !== null && team.deletesAt !== null;
  return { kind: "instance", teamId, personId: await administratorId(db, teamId), teamEnding };
}

/** Whom the instance's chats and calls are put down to. One that was set up by commands alone may have no
 *  administrator; then its team's first owner stands in. */
async function administratorId(db: Db, teamId: string): Promise<string> {
  const administrator = await firstInstanceAdmin(db);
  if (administrator) return administrator.id;
  const owners = (await listMembers(db, teamId)).filter(({ role }) => role === "owner");
  return owners.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]?.id ?? INSTANCE_TEAM_ID;
}

async function personActor(db: Db, email: string, teamName: string | undefined): Promise<Actor> {
  const person = await findPersonByEmail(db, email.trim());
  if (!person || person.suspendedAt)
    throw new Failure(`--as: nobody with the e-mail ${email} has an account here.`);
  const team = findTeam(await listTeamsOf(db, person.id), teamName);
  if (!team) throw new Failure(`--as: ${email} is in no team.`);
  return {
    kind: "person",
    personId: person.id,
    teamId: team.id,
    role: team.role,
    groupIds: team.groupIds,
    managedGroupIds: team.managedGroupIds,
    instanceAdmin: person.instanceAdmin,
    teamEnding: team.deletesAt !== null,
  };
}
