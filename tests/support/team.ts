import { randomUUID } from "node:crypto";
import type { Db } from "@/db/client";
import { insertPerson } from "@/db/queries/people";
import { insertTeam, upsertMembership } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Role } from "@/lib/permissions/roles";
import { instanceContext } from "@/lib/setup/instance-context";

interface MemberOptions {
  instanceAdmin?: boolean;
}

export interface TestTeam {
  teamId: string;
  name: string;
  /** Somebody new in the team, in this role. */
  as(role: Role, options?: MemberOptions): Promise<Context>;
}

export const asInstance = (db: Db): Context => instanceContext(db);

/** A team of a test's own. */
export async function newTeam(db: Db, name = `team ${randomUUID()}`): Promise<TestTeam> {
  const teamId = newId();
  await insertTeam(db, { id: teamId, name });
  return { teamId, name, as: (role, options) => newMember(db, teamId, role, options) };
}

export async function newMember(
  db: Db,
  teamId: string,
  role: Role,
  { instanceAdmin = false }: MemberOptions = {},
): Promise<Context> {
  const personId = newId();
  await insertPerson(db, {
    id: personId,
    email: `${personId}@example.com`,
    name: `${role} ${personId}`,
    instanceAdmin,
  });
  await upsertMembership(db, { teamId, personId, role });
  return {
    db,
    actor: { kind: "person", personId, teamId, role, groupIds: [], managedGroupIds: [], instanceAdmin },
    requestId: newId(),
  };
}
