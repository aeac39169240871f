import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMembership } from "@/db/queries/teams";
import { audit, invitation } from "@/db/schema";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { deleteGroup } from "@/lib/groups/delete-group";
import { newId } from "@/lib/ids";
import { acceptInvitation } from "@/lib/invitations/accept-invitation";
import { invite } from "@/lib/invitations/invite";
import type { InviteInput } from "@/lib/invitations/invite-input";
import { JoinAsNew, joinAsNew } from "@/lib/invitations/join-as-new";
import { listInvitations } from "@/lib/invitations/list-invitations";
import { readInvitation } from "@/lib/invitations/read-invitation";
import { revokeInvitation } from "@/lib/invitations/revoke-invitation";
import { newInvitationToken } from "@/lib/invitations/token";
import { suspendMember } from "@/lib/members/suspend-member";
import { ROLES } from "@/lib/permissions/roles";
import { createPersonalSpace } from "@/lib/teams/create-personal-space";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  team = await newTeam(database.db);
  owner = await team.as("owner");
});
afterAll(() => database.drop());

const ADDRESS = "192.0.2.7";
const idOf = ({ actor }: Context): string => actor.personId;
const code = (wanted: string) => ({ code: wanted });
const tokenOf = (link: string): string => link.slice(link.lastIndexOf("/") + 1);
const invited = async (input: InviteInput = {}, by = owner) => {
  const { id, link } = await invite(by, input);
  return { id, token: tokenOf(link) };
};
const somebody = async () => idOf(await (await newTeam(database.db)).as("member"));
const accept = (token: string, personId: string) =>
  acceptInvitation(database.db, { token, personId, address: ADDRESS });
const membershipOf = (personId: string) => findMembership(database.db, team.teamId, personId);
const INVALID = code("invitation_invalid");

test("owners and administrators invite, nobody else, and to no role above their gift", async () => {
  for (const role of ROLES.filter((role) => role !== "owner" && role !== "administrator")) {
    const context = await team.as(role);
    await expect(invite(context, {})).rejects.toMatchObject(code("forbidden"));
    await expect(listInvitations(context)).rejects.toMatchObject(code("forbidden"));
    await expect(revokeInvitation(context, newId())).rejects.toMatchObject(code("forbidden"));
  }
  const asOwner: unknown = { role: "owner" };
  await expect(invite(owner, asOwner as InviteInput)).rejects.toMatchObject(code("invalid_input"));
});

test("a link lets in as what it says, into its group, as often as it says, and is kept as a hash alone", async () => {
  const group = await createGroup(owner, "Class");
  const { id, token } = await invited({ role: "guest", groupId: group.id, maxUses: 2 });
  expect(JSON.stringify(await database.db.select().from(invitation))).not.toContain(token);
  const [one, two, three] = [await somebody(), await somebody(), await somebody()];
  expect(await readInvitation(database.db, token)).toMatchObject({
    role: "guest",
    groupName: "Class",
    email: null,
  });
  await accept(token, one);
  await accept(token, one);
  expect((await membershipOf(one))?.role).toBe("guest");
  const { invitations } = await listInvitations(owner);
  expect(invitations.find((row) => row.id === id)).toMatchObject({ uses: 1, maxUses: 2, state: "open" });
  await accept(token, two);
  for (const who of [one, two, three]) await expect(accept(token, who)).rejects.toMatchObject(INVALID);
});

test("of many who accept at once, no more come in than it has uses", async () => {
  const { token } = await invited({ maxUses: 3 });
  const people = await Promise.all(Array.from({ length: 9 }, somebody));
  const ends = await Promise.allSettled(people.map((who) => accept(token, who)));
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  expect((await Promise.all(people.map(membershipOf))).filter(Boolean)).toHaveLength(3);
});

test("one that is revoked, expired, used up, forged or of nobody knows what is refused alike", async () => {
  const who = await somebody();
  const revoked = await invited();
  await revokeInvitation(owner, revoked.id);
  const expired = await invited();
  await database.db
    .update(invitation)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(invitation.id, expired.id));
  const used = await invited();
  await accept(used.token, await somebody());
  const forged = newInvitationToken(team.teamId);
  const swapped = newInvitationToken((await newTeam(database.db)).teamId).slice(0, 20) + used.token.slice(20);
  for (const token of [
    revoked.token,
    expired.token,
    used.token,
    forged,
    swapped,
    "",
    "x",
    `${used.token}=`,
  ]) {
    await expect(accept(token, who)).rejects.toMatchObject({ ...INVALID, params: {} });
    expect(await readInvitation(database.db, token)).toBeNull();
    const join = joinAsNew(
      database.db,
      { token, email: `${newId()}@example.com`, name: "N", password: "long enough" },
      ADDRESS,
    );
    await expect(join).rejects.toMatchObject(INVALID);
  }
  expect(await membershipOf(who)).toBeNull();
});

test("one for an e-mail lets in who has it, once, and keeps it sealed", async () => {
  const who = await somebody();
  const { token } = await invited({ email: `${who}@Example.com`, maxUses: 50 });
  expect(JSON.stringify(await database.db.select().from(invitation))).not.toContain(who);
  expect(JSON.stringify(await database.db.select().from(audit))).not.toContain(`${who}@`);
  await expect(accept(token, await somebody())).rejects.toMatchObject(code("invitation_elsewhere"));
  await accept(token, who);
  await expect(accept(token, await somebody())).rejects.toMatchObject(INVALID);
});

test("a new person gets an account and the team, or neither, and no role that they ask for", async () => {
  const { token } = await invited({ role: "guest" });
  const email = `${newId()}@example.com`;
  const account = { token, email, name: "New", password: "long enough" };
  const smuggled: unknown = { ...account, role: "owner", instanceAdmin: true };
  expect(JoinAsNew.safeParse(smuggled).success).toBe(false);
  await expect(joinAsNew(database.db, smuggled as JoinAsNew, ADDRESS)).rejects.toMatchObject(
    code("invalid_input"),
  );
  const { personId } = await joinAsNew(database.db, account, ADDRESS);
  expect((await membershipOf(personId))?.role).toBe("guest");
  const another = await invited();
  const again = joinAsNew(database.db, { ...account, token: another.token }, ADDRESS);
  await expect(again).rejects.toMatchObject({ code: "conflict", params: { field: "email" } });
  const bound = await invited({ email: "somebody.else@example.com" });
  const fresh = { ...account, token: bound.token, email: `${newId()}@example.com` };
  await expect(joinAsNew(database.db, fresh, ADDRESS)).rejects.toMatchObject(code("invitation_elsewhere"));
  await expect(joinAsNew(database.db, { ...fresh, token: another.token }, ADDRESS)).resolves.toBeDefined();
});

test("no invitation lifts a suspension or a role", async () => {
  const member = await team.as("guest");
  const { token } = await invited({ role: "administrator", maxUses: 5 });
  await accept(token, idOf(member));
  expect((await membershipOf(idOf(member)))?.role).toBe("guest");
  await suspendMember(owner, idOf(member));
  await expect(accept(token, idOf(member))).rejects.toMatchObject(INVALID);
});

test("who loses the team lets nobody in any more", async () => {
  const administrator = await team.as("administrator");
  const { token } = await invited({}, administrator);
  await suspendMember(owner, idOf(administrator));
  await expect(accept(token, await somebody())).rejects.toMatchObject(INVALID);
});

test("a group that is gone is no reason to keep somebody out", async () => {
  const group = await createGroup(owner, "Short-lived");
  const { token } = await invited({ groupId: group.id });
  await deleteGroup(owner, group.id);
  await accept(token, await somebody());
});

test("another team's group and invitation do not exist here, and a personal space invites nobody", async () => {
  const stranger = await (await newTeam(database.db)).as("owner");
  const group = await createGroup(stranger, "Theirs");
  await expect(invite(owner, { groupId: group.id })).rejects.toMatchObject(code("not_found"));
  const theirs = await invited({}, stranger);
  await expect(revokeInvitation(owner, theirs.id)).rejects.toMatchObject(code("not_found"));
  const member = await team.as("member");
  const { id: teamId } = await createPersonalSpace(member, "Mine");
  if (member.actor.kind !== "person") throw new RangeError("a person");
  const alone: Context = { ...member, actor: { ...member.actor, teamId, role: "owner" } };
  await expect(invite(alone, {})).rejects.toMatchObject(code("personal_space"));
});
