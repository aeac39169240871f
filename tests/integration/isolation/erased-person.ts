import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { legalHold, person } from "@/db/schema";
import { renameMe } from "@/lib/auth/rename-me";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { acceptInvitation } from "@/lib/invitations/accept-invitation";
import { invite } from "@/lib/invitations/invite";
import { changeRole } from "@/lib/members/change-role";
import { plantContent } from "@/tests/support/plant-content";
import { newMember } from "@/tests/support/team";
import { ID_TABLES, type SeededTeam, seedRows } from "./seed-team";

export interface Traced {
  personId: string;
  /** In their name and in their address. */
  marker: string;
  /** In all that they wrote. */
  written: string;
}

/** Somebody in a team of another's who has a row in each table, did what rows say that somebody did, was invited, invited,
 *  was changed and changed their name. */
export async function seedTraced(db: Db, team: SeededTeam): Promise<Traced> {
  const { teamId } = team;
  const owner = contextOf(db, team);
  const their = await newMember(db, teamId, "administrator");
  const { personId } = their.actor;
  const marker = `m${randomUUID().replaceAll("-", "")}`;
  const written = `w${randomUUID().replaceAll("-", "")}`;
  await plantContent(their, written);
  const email = `${marker}@example.com`;
  await db
    .update(person)
    .set({ email, name: `Name ${marker}` })
    .where(eq(person.id, personId));
  const { link } = await invite(owner, { email });
  const token = link.slice(link.lastIndexOf("/") + 1);
  await acceptInvitation(db, { personId, token, address: "192.0.2.7" });
  await invite(owner, { email });
  await invite(their, { email: `${randomUUID()}@example.com`, role: "guest" });
  await createGroup(their, `Group ${randomUUID()}`);
  await changeRole(owner, { personId, role: "billing" });
  await changeRole(owner, { personId, role: "administrator" });
  await renameMe(their, `Named ${marker}`);
  const ids = new Map([...ID_TABLES].map((table) => [table, newId()]));
  ids.set("team", teamId).set("person", personId);
  // A team has one of each of these: theirs belongs to it.
  for (const table of ["team_notice", "ledger"]) ids.set(table, team.ids.get(table) ?? "");
  await seedRows(db, { teamId, personId, ids, by: personId, text: randomUUID() });
  // A hold that stands would keep them from being erased.
  await db.update(legalHold).set({ liftedAt: new Date(), liftedBy: personId });
  return { personId, marker, written };
}

export const contextOf = (db: Db, { teamId, personId }: SeededTeam): Context => ({
  db,
  requestId: newId(),
  actor: {
    ...{ kind: "person", personId, teamId, role: "owner" },
    ...{ groupIds: [], managedGroupIds: [], instanceAdmin: true },
  },
});
