import { findSessionHolder, type HeldTeam } from "@/db/queries/sessions";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Preferences } from "@/lib/auth/preferences";
import type { Context } from "@/lib/context";
import { database } from "@/lib/database";
import { readSessionId } from "./session-token";
import { touchIfDue } from "./touch-if-due";

/** A signed-in person; their context may be of no team. */
export interface PersonViewer {
  context: Context;
  sessionId: string;
  /** When they last showed who they are. */
  provenAt: Date;
  person: { id: string; name: string; email: string; preferences: Preferences };
}

/** A signed-in person, in the team they look at. */
export interface Viewer extends PersonViewer {
  team: HeldTeam;
  teams: HeldTeam[];
  /** The request names a team that the person may not enter: a page shows another one, and nothing is done. */
  isElsewhere: boolean;
}

/** Who a request comes from; null when nobody is signed in or the person is in no team. */
export async function findViewer(cookies: {
  session: string | undefined;
  team: string | undefined;
  requestId: string;
  /** See CLIENT_ADDRESS_HEADER. */
  address: string | null;
}): Promise<Viewer | null> {
  const sessionId = await readSessionId(cookies.session);
  if (!sessionId) return null;
  const db = database();
  const holder = await findSessionHolder(db, sessionId);
  const team = holder?.teams.find(({ id }) => id === cookies.team) ?? holder?.teams[0];
  if (!holder || !team) return null;
  const { person, teams, lastSeenAt, provenAt } = holder;
  await touchIfDue(db, sessionId, lastSeenAt);
  return {
    sessionId,
    provenAt,
    person: { id: person.id, name: person.name, email: person.email, preferences: person.preferences },
    team,
    teams,
    isElsewhere: cookies.team !== undefined && cookies.team !== "" && cookies.team !== team.id,
    context: {
      db,
      requestId: cookies.requestId,
      origin: { via: "web", address: cookies.address ?? "" },
      actor: {
        kind: "person",
        personId: person.id,
        teamId: team.id,
        role: team.role,
        groupIds: team.groupIds,
        managedGroupIds: team.managedGroupIds,
        instanceAdmin: person.instanceAdmin,
        teamEnding: team.deletesAt !== null,
      },
    },
  };
}

/** Who a request comes from that is about a person's own, where no team has them; null when one has, or nobody is
 *  signed in. They act in no team: as a guest of none, who may do nothing that takes a role. */
export async function findLonePerson(cookies: {
  session: string | undefined;
  requestId: string;
  /** See CLIENT_ADDRESS_HEADER. */
  address: string | null;
}): Promise<PersonViewer | null> {
  const sessionId = await readSessionId(cookies.session);
  if (!sessionId) return null;
  const db = database();
  const holder = await findSessionHolder(db, sessionId);
  if (!holder || holder.teams.length > 0) return null;
  const { person, lastSeenAt, provenAt } = holder;
  await touchIfDue(db, sessionId, lastSeenAt);
  return {
    sessionId,
    provenAt,
    person: { id: person.id, name: person.name, email: person.email, preferences: person.preferences },
    context: {
      db,
      requestId: cookies.requestId,
      origin: { via: "web", address: cookies.address ?? "" },
      actor: {
        ...{ kind: "person", personId: person.id, teamId: INSTANCE_TEAM_ID, role: "guest" },
        ...{ groupIds: [], managedGroupIds: [], instanceAdmin: person.instanceAdmin },
      },
    },
  };
}
