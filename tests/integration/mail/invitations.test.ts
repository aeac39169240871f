import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countFailedMail } from "@/db/queries/mails";
import { findMembership } from "@/db/queries/teams";
import { audit, invitation, mail, signInFailures } from "@/db/schema";
import { createPerson } from "@/lib/auth/create-person";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { acceptInvitation } from "@/lib/invitations/accept-invitation";
import { invite } from "@/lib/invitations/invite";
import { joinAsNew } from "@/lib/invitations/join-as-new";
import { listInvitations } from "@/lib/invitations/list-invitations";
import { mailInvitationAgain } from "@/lib/invitations/mail-again";
import { MAX_INVITATION_MAILS } from "@/lib/invitations/mail-limits";
import { revokeInvitation } from "@/lib/invitations/revoke-invitation";
import { MAX_INVITATIONS_TO_ADDRESS } from "@/lib/mail/compose-invitation";
import { queueMail } from "@/lib/mail/queue-mail";
import { sendDueMail } from "@/lib/mail/send-due-mail";
import { importMembers } from "@/lib/members/import-members";
import { ROLES } from "@/lib/permissions/roles";
import { erasePerson } from "@/lib/privacy/erase-person";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type MailServer, startMailServer } from "@/tests/support/mail-server";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let server: MailServer;
let database: FreshDatabase;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  server = await startMailServer();
  setTestSecrets();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "Wye <wye@example.com>";
  process.env.WYE_LOG_LEVEL = "silent";
  database = await freshDatabase();
  team = await newTeam(database.db);
  owner = await team.as("owner");
});
beforeEach(async () => {
  await database.db.delete(mail);
  await database.db.delete(invitation);
  await database.db.delete(signInFailures);
  server.taken.length = 0;
});
afterAll(async () => {
  await database.drop();
  await server.close();
});

const ADDRESS = "192.0.2.7";
const code = (wanted: string) => ({ code: wanted });
const address = () => `${newId()}@example.com`;
const send = () => sendDueMail(database.db);
const again = (invitationId: string, by = owner) => mailInvitationAgain(by, { invitationId, locale: "en" });
const rows = () => database.db.select().from(mail);
const stateOf = async (id: string) =>
  (await listInvitations(owner)).invitations.find((one) => one.id === id)?.mail;
/** What the link of a mail ends with. */
const tokenIn = (at = -1): string => /\/invite\/([\w-]+)/.exec(server.taken.at(at)?.text ?? "")?.[1] ?? "";

test("whom an invitation is for is mailed who invites, the team, role, group, end and link, which lets them in", async () => {
  const email = address();
  const inviter = await createPerson(asInstance(database.db), {
    ...{ email: address(), name: "Grace <b>Hopper</b>", password: "long enough" },
  });
  const group = await createGroup(owner, "Class 7a");
  const { id, link, isMailed } = await invite(owner, { email, role: "billing", groupId: group.id });
  await database.db
    .update(invitation)
    .set({ createdBy: inviter.id, expiresAt: new Date("2099-05-01T08:30Z") });
  expect(isMailed).toBe(true);
  expect(await stateOf(id)).toEqual({ state: "queued", failure: null });
  const [waiting] = await rows();
  expect(JSON.stringify(waiting)).not.toContain(email);

  await send();
  expect(await stateOf(id)).toEqual({ state: "sent", failure: null });
  const [arrived] = server.taken;
  expect(arrived?.to).toMatchObject([{ address: email }]);
  for (const said of ["Grace <b>Hopper</b>", "Billing", "Class 7a", "May 1, 2099", email, link])
    expect(arrived?.text).toContain(said);
  expect(arrived?.subject).toContain("Grace <b>Hopper</b> invites you to");
  expect(arrived?.html).toContain("Grace &lt;b&gt;Hopper&lt;/b&gt;");
  expect(arrived?.html).toContain(`href="${link}"`);
  expect((await rows())[0]?.sealed).toBeNull();
  const account = { email, name: "Ada", password: "orange lantern tuesday" };
  const { personId } = await joinAsNew(database.db, { token: tokenIn(), ...account }, ADDRESS);
  expect((await findMembership(database.db, team.teamId, personId))?.role).toBe("billing");
});

test("it is written in the language chosen, and the server invites in nobody's name", async () => {
  await invite(
    { ...asInstance(database.db), actor: { ...asInstance(database.db).actor, teamId: team.teamId } },
    {
      ...{ email: address(), locale: "zh-CN" },
    },
  );
  await send();
  expect(server.taken[0]?.subject).toMatch(/^邀请你加入 Wye 团队/);
  expect(server.taken[0]?.html).toContain('<html lang="zh-CN">');
});

test("a link for whoever has it is mailed to nobody", async () => {
  const { id, isMailed } = await invite(owner, {});
  expect({ isMailed, mail: await stateOf(id), rows: await rows() }).toEqual({
    ...{ isMailed: false, mail: null, rows: [] },
  });
  await expect(again(id)).rejects.toMatchObject(code("not_found"));
});

test("one that is revoked, used or over before its mail goes out is not sent", async () => {
  const person = await team.as("guest");
  const revoked = await invite(owner, { email: address() });
  const used = await invite(owner, { email: `${person.actor.personId}@example.com` });
  const over = await invite(owner, { email: address() });
  await revokeInvitation(owner, revoked.id);
  await database.db.update(invitation).set({ usesLeft: 0 }).where(eq(invitation.id, used.id));
  await database.db
    .update(invitation)
    .set({ expiresAt: new Date(0) })
    .where(eq(invitation.id, over.id));
  await send();
  expect(server.taken).toEqual([]);
  expect(await rows()).toEqual([]);
});

test("sent again it has a new link, and the one before lets nobody in", async () => {
  const email = address();
  const { id } = await invite(owner, { email });
  await send();
  const { id: personId } = await createPerson(asInstance(database.db), {
    ...{ email, name: "Ada", password: "long enough" },
  });
  await again(id);
  await send();
  const [first, second] = [tokenIn(0), tokenIn(1)];
  expect(second).not.toBe(first);
  const accept = (token: string) => acceptInvitation(database.db, { token, personId, address: ADDRESS });
  await expect(accept(first)).rejects.toMatchObject(code("invitation_invalid"));
  await accept(second);
  await expect(again(id)).rejects.toMatchObject(code("not_found"));
  const noted = await database.db.select().from(audit).where(eq(audit.target, id));
  expect(noted.map(({ action }) => action)).toContain("invitation.mail");
});

test("a mail that is still on its way is not sent beside the newer one", async () => {
  const { id } = await invite(owner, { email: address() });
  await again(id);
  await send();
  expect(server.taken).toHaveLength(1);
});

test("what the server refuses is told on the page, and counts against no health of the installation", async () => {
  server.answer({ refuse: 550, at: "recipient" });
  const { id } = await invite(owner, { email: address() });
  await send();
  expect(await stateOf(id)).toEqual({ state: "failed", failure: "550" });
  expect(await countFailedMail(database.db)).toEqual({ waiting: 0, givenUp: 0 });
  server.answer({ refuse: 451, at: "recipient" });
  await again(id);
  await send();
  expect(await stateOf(id)).toEqual({ state: "retrying", failure: "451" });
});

test("it is sent again once in ten minutes and ten times in all", async () => {
  const { id } = await invite(owner, { email: address() });
  await again(id);
  await expect(again(id)).rejects.toMatchObject(code("rate_limited"));
  for (let nth = 2; nth < MAX_INVITATION_MAILS; nth++) {
    await database.db.delete(signInFailures);
    await again(id);
  }
  await database.db.delete(signInFailures);
  await expect(again(id)).rejects.toMatchObject(code("rate_limited"));
  expect((await listInvitations(owner)).invitations).toMatchObject([{ id, canMail: false }]);
});

test("one address gets so many of a team's a day and no more, which is told", async () => {
  const email = address();
  for (let nth = 0; nth < MAX_INVITATIONS_TO_ADDRESS; nth++) await invite(owner, { email });
  await send();
  const { id } = await invite(owner, { email: email.toUpperCase() });
  await send();
  expect(server.taken).toHaveLength(MAX_INVITATIONS_TO_ADDRESS);
  expect(await stateOf(id)).toEqual({ state: "failed", failure: "limited" });
});

test("those of an import are mailed each, after what somebody waits for", async () => {
  const emails = Array.from({ length: 12 }, address);
  const list = ["email", ...emails].join("\n");
  const { invited, isMailed } = await importMembers(owner, list, "zh-CN");
  expect(isMailed).toBe(true);
  const [waiting] = emails;
  await createPerson(asInstance(database.db), {
    ...{ email: waiting ?? "", name: "Ada", password: "long enough" },
  });
  const content = { to: waiting ?? "", locale: "en", browserHash: null, callbackUrl: null } as const;
  await queueMail(database.db, "reset", content, 3600);
  await send();
  expect(server.taken[0]?.subject).toBe("Set a new password for Wye");
  const mailed = new Map(server.taken.slice(1).map((one) => [one.to?.[0]?.address, one.text ?? ""]));
  expect([...mailed.keys()].toSorted()).toEqual(emails.toSorted());
  for (const { email, link } of invited) expect(mailed.get(email)).toContain(link);
});

test("nobody who may not invite sends one again, and another team's does not exist", async () => {
  const { id } = await invite(owner, { email: address() });
  for (const role of ROLES.filter((role) => role !== "owner" && role !== "administrator"))
    await expect(again(id, await team.as(role))).rejects.toMatchObject(code("forbidden"));
  const stranger = await (await newTeam(database.db)).as("owner");
  await expect(again(id, stranger)).rejects.toMatchObject(code("not_found"));
});

test("an erased person's address is in no invitation any more, and those for it end", async () => {
  const email = address();
  const { id: personId } = await createPerson(asInstance(database.db), {
    ...{ email, name: "Ada", password: "long enough" },
  });
  const other = await (await newTeam(database.db)).as("owner");
  const used = await invite(owner, { email });
  await send();
  await acceptInvitation(database.db, { token: tokenIn(), personId, address: ADDRESS });
  const open = await invite(other, { email: email.toUpperCase() });
  const old = await invite(owner, { email });
  await database.db.update(invitation).set({ emailHash: null }).where(eq(invitation.id, old.id));
  const bystander = await invite(owner, { email: address() });
  await erasePerson(asInstance(database.db), personId);
  await send();
  expect(server.taken.map(({ to }) => to?.[0]?.address)).not.toContain(email.toUpperCase());
  const kept = [...(await listInvitations(owner)).invitations, ...(await listInvitations(other)).invitations];
  expect(JSON.stringify(kept).toLowerCase()).not.toContain(email);
  const shown = kept.map(({ id, state, isErased }) => ({ id, state, isErased }));
  expect(shown).toContainEqual({ id: used.id, state: "used", isErased: true });
  expect(shown).toContainEqual({ id: open.id, state: "revoked", isErased: true });
  expect(shown).toContainEqual({ id: old.id, state: "revoked", isErased: true });
  expect(shown).toContainEqual({ id: bystander.id, state: "open", isErased: false });
});
