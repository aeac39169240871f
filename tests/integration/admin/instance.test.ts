import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPersonByEmail } from "@/db/queries/people";
import { findSessionHolder } from "@/db/queries/sessions";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { eraseAccount } from "@/lib/admin/erase-account";
import { getHealth } from "@/lib/admin/get-health";
import { getInstanceSettings } from "@/lib/admin/get-settings";
import { listAdminPeople } from "@/lib/admin/list-people";
import { listAdminTeams } from "@/lib/admin/list-teams";
import { makeTeam } from "@/lib/admin/make-team";
import { setAdministrator } from "@/lib/admin/set-administrator";
import { setRegistration } from "@/lib/admin/set-registration";
import { setTeamEnding } from "@/lib/admin/set-team-ending";
import { suspendPerson } from "@/lib/admin/suspend-person";
import { suspendTeam } from "@/lib/admin/suspend-team";
import { auditOverview } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { exportAudit } from "@/lib/audit/export-audit";
import { listAudit } from "@/lib/audit/list-audit";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { signUp } from "@/lib/auth/sign-up";
import { startSession } from "@/lib/auth/start-session";
import { backgroundIdle } from "@/lib/background";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { invite } from "@/lib/invitations/invite";
import { joinAsNew } from "@/lib/invitations/join-as-new";
import { allowHost } from "@/lib/providers/allow-host";
import { disallowHost } from "@/lib/providers/disallow-host";
import { endOfGrace } from "@/lib/teams/team-grace";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
let admin: Context;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  admin = await (await newTeam(database.db)).as("owner", { instanceAdmin: true });
});
afterAll(() => database.drop());

const FORBIDDEN = { code: "forbidden" };
const NOW = new Date();

test("nothing of it is open to who does not administer the instance", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const { teamId, personId } = owner.actor;
  for (const act of [
    () => listAdminTeams(owner, {}, NOW),
    () => listAdminPeople(owner, {}),
    () => makeTeam(owner, { name: "Mine", ownerEmail: "a@example.com" }),
    () => suspendTeam(owner, { teamId, suspended: true }),
    () => suspendPerson(owner, { personId, suspended: true }),
    () => setAdministrator(owner, { personId, administrator: true }),
    () => setRegistration(owner, "open"),
    () => getInstanceSettings(owner),
    () => getHealth(owner, NOW),
    () => disallowHost(owner, "a.example"),
  ]) {
    await expect(act()).rejects.toMatchObject(FORBIDDEN);
  }
});

describe("teams", () => {
  test("are listed in pages that miss none, and found by their name with its signs as they are", async () => {
    const names = ["100% ours", "100 ours", "under_score"];
    for (const name of names) await newTeam(database.db, name);
    for (let nth = 0; nth < 60; nth += 1) await newTeam(database.db, `many ${nth}`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAdminTeams(admin, { search: "many", after }, NOW);
      seen.push(...page.rows.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(60);
    expect(seen).toHaveLength(60);
    const found = await listAdminTeams(admin, { search: "0%" }, NOW);
    expect(found.rows.map(({ name }) => name)).toEqual(["100% ours"]);
  });

  test("one is made for an owner who has an account, and for nobody else", async () => {
    const owner = await (await newTeam(database.db)).as("member");
    const email = `${owner.actor.personId}@example.com`;
    expect(await makeTeam(admin, { name: "Fresh", ownerEmail: email })).toMatchObject({ name: "Fresh" });
    await expect(makeTeam(admin, { name: "Fresh", ownerEmail: "no@example.com" })).rejects.toMatchObject({
      code: "not_found",
      params: { field: "ownerEmail" },
    });
  });

  test("a suspended one is entered by nobody until it is restored", async () => {
    const team = await newTeam(database.db);
    const { personId } = (await team.as("owner")).actor;
    const sessionId = await startSession(database.db, personId, null);
    await suspendTeam(admin, { teamId: team.teamId, suspended: true });
    expect((await findSessionHolder(database.db, sessionId))?.teams).toEqual([]);
    await suspendTeam(admin, { teamId: team.teamId, suspended: false });
    expect((await findSessionHolder(database.db, sessionId))?.teams).toHaveLength(1);
  });

  test("the one that the administrator works in, and one that is not there, are not suspended", async () => {
    const { teamId } = admin.actor;
    await expect(suspendTeam(admin, { teamId, suspended: true })).rejects.toMatchObject(FORBIDDEN);
    await expect(suspendTeam(admin, { teamId: newId(), suspended: true })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("people", () => {
  test("a suspended person's sessions end for good, and their account is there again when restored", async () => {
    const { personId } = (await (await newTeam(database.db)).as("member")).actor;
    const sessionId = await startSession(database.db, personId, null);
    await suspendPerson(admin, { personId, suspended: true });
    expect(await findSessionHolder(database.db, sessionId)).toBeNull();
    await suspendPerson(admin, { personId, suspended: false });
    expect(await findSessionHolder(database.db, sessionId)).toBeNull();
    const again = await startSession(database.db, personId, null);
    expect(await findSessionHolder(database.db, again)).not.toBeNull();
  });

  test("they are found by their e-mail, with what they administer", async () => {
    const { personId } = admin.actor;
    const { rows } = await listAdminPeople(admin, { search: `${personId}@example` });
    expect(rows).toMatchObject([{ id: personId, instanceAdmin: true, teams: 1, lastSeenAt: null }]);
  });

  test("when they were last here is that of their latest session, and of nobody else's", async () => {
    const team = await newTeam(database.db);
    const { personId } = (await team.as("member")).actor;
    const { personId: absent } = (await team.as("member")).actor;
    await startSession(database.db, personId, null);
    const seen = async (id: string) =>
      (await listAdminPeople(admin, { search: `${id}@example` })).rows[0]?.lastSeenAt ?? null;
    expect(await seen(personId)).toEqual(expect.any(String));
    expect(await seen(absent)).toBeNull();
  });

  test("the last administrator is neither unmade nor suspended, however many try at once", async () => {
    const own = await freshDatabase();
    try {
      const team = await newTeam(own.db);
      const [one, two] = [
        await team.as("owner", { instanceAdmin: true }),
        await team.as("member", { instanceAdmin: true }),
      ];
      const personId = (context: Context) => context.actor.personId;
      const results = await Promise.allSettled([
        setAdministrator(one, { personId: personId(two), administrator: false }),
        suspendPerson(two, { personId: personId(one), suspended: true }),
        setAdministrator(asInstance(own.db), { personId: personId(one), administrator: false }),
      ]);
      expect(results.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
      const { rows } = await listAdminPeople(asInstance(own.db), {});
      expect(rows.filter(({ instanceAdmin, suspended }) => instanceAdmin && !suspended)).toHaveLength(1);
    } finally {
      await own.drop();
    }
  });
});

describe("settings", () => {
  test("an account is made by whoever comes only while the instance is open, and is a plain one", async () => {
    const input = { email: "new@example.com", name: "New", password: "engines of analysis" };
    await expect(signUp(database.db, input, "192.0.2.1")).rejects.toMatchObject({ code: "not_found" });
    await setRegistration(admin, "open");
    const personId = await signUp(database.db, input, "192.0.2.1");
    const person = await findPersonByEmail(database.db, input.email);
    expect(person).toMatchObject({ id: personId, instanceAdmin: false });
    const sessionId = await startSession(database.db, personId, null);
    const holder = await findSessionHolder(database.db, sessionId);
    expect(holder?.teams).toMatchObject([{ kind: "personal", role: "owner" }]);
    await expect(signUp(database.db, input, "192.0.2.1")).rejects.toMatchObject({ code: "conflict" });
    await setRegistration(admin, "closed");
    const other = { ...input, email: "other@example.com" };
    await expect(signUp(database.db, other, "192.0.2.1")).rejects.toMatchObject({ code: "not_found" });
  });

  test("an invitation makes no account while only administrators make them", async () => {
    const owner = await (await newTeam(database.db)).as("owner");
    const { link } = await invite(owner, {});
    const token = link.slice(link.lastIndexOf("/") + 1);
    const account = { token, email: "invited@example.com", name: "Invited", password: "engines of analysis" };
    await setRegistration(admin, "closed");
    const join = joinAsNew(database.db, account, "192.0.2.3");
    await expect(join).rejects.toMatchObject({ code: "registration_closed" });
    await setRegistration(admin, "invitation");
    expect(await joinAsNew(database.db, account, "192.0.2.3")).toMatchObject({ teamId: owner.actor.teamId });
  });

  test("whoever comes says nothing of their rights", async () => {
    await setRegistration(admin, "open");
    const input = { email: "e@example.com", name: "E", password: "engines of analysis", instanceAdmin: true };
    await expect(signUp(database.db, input, "192.0.2.2")).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("a host that was allowed can be taken back, once", async () => {
    await allowHost(admin, "models.internal:8080");
    expect((await getInstanceSettings(admin)).hosts).toContain("models.internal:8080");
    await disallowHost(admin, "models.internal:8080");
    expect((await getInstanceSettings(admin)).hosts).not.toContain("models.internal:8080");
    await expect(disallowHost(admin, "models.internal:8080")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("deleting a team and erasing a person", () => {
  test("a team is ended and kept again, in its own audit and the instance's, by an administrator of the instance alone", async () => {
    const team = await newTeam(database.db);
    const owner = await team.as("owner");
    const { teamId } = team;
    await expect(setTeamEnding(owner, { teamId, ending: true })).rejects.toMatchObject(FORBIDDEN);
    await setTeamEnding(admin, { teamId, ending: true }, NOW);
    const { rows } = await listAdminTeams(admin, { search: team.name }, NOW);
    expect(rows).toMatchObject([{ id: teamId, deletesAt: endOfGrace(NOW).toISOString() }]);
    await setTeamEnding(admin, { teamId, ending: false });
    expect((await listAdminTeams(admin, { search: team.name }, NOW)).rows).toMatchObject([
      { deletesAt: null },
    ]);
    for (const [reader, chain] of [
      [owner, teamId],
      [admin, INSTANCE_TEAM_ID],
    ] as const) {
      const entries = await listAudit(reader, chain, { ...AuditQuery.parse({ target: teamId }), limit: 2 });
      expect(entries).toMatchObject([
        { action: "team.restore", actor: { id: admin.actor.personId } },
        { action: "team.delete", actor: { id: admin.actor.personId } },
      ]);
    }
  });

  test("the team that the administrator works in, and one that is gone, are not ended here", async () => {
    const { teamId } = admin.actor;
    await expect(setTeamEnding(admin, { teamId, ending: true })).rejects.toMatchObject(FORBIDDEN);
    const gone = setTeamEnding(admin, { teamId: newId(), ending: true });
    await expect(gone).rejects.toMatchObject({ code: "not_found" });
  });

  test("a person is erased at once, and nobody erases themselves or an only owner there", async () => {
    const team = await newTeam(database.db);
    const [owner, member] = [await team.as("owner"), await team.as("member")];
    const { personId } = member.actor;
    await expect(eraseAccount(owner, personId)).rejects.toMatchObject(FORBIDDEN);
    await expect(eraseAccount(admin, admin.actor.personId)).rejects.toMatchObject(FORBIDDEN);
    await expect(eraseAccount(admin, owner.actor.personId)).rejects.toMatchObject({ code: "only_owner" });
    await eraseAccount(admin, personId);
    await backgroundIdle();
    expect((await listAdminPeople(admin, { search: personId })).rows).toEqual([]);
    const [entry] = await listAudit(admin, INSTANCE_TEAM_ID, {
      target: personId,
      action: "person.erase",
      limit: 1,
    });
    expect(entry).toMatchObject({ action: "person.erase", target: { id: personId, name: null } });
  });

  test("two administrators who erase each other at once leave one", async () => {
    const own = await freshDatabase();
    try {
      const team = await newTeam(own.db);
      await team.as("owner");
      const [one, two] = [
        await team.as("member", { instanceAdmin: true }),
        await team.as("member", { instanceAdmin: true }),
      ];
      const results = await Promise.allSettled([
        eraseAccount(one, two.actor.personId),
        eraseAccount(two, one.actor.personId),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      await backgroundIdle();
      const { rows } = await listAdminPeople(asInstance(own.db), {});
      expect(rows.filter(({ instanceAdmin }) => instanceAdmin)).toHaveLength(1);
    } finally {
      await own.drop();
    }
  });
});

test("the instance's audit is searched by who acted, verified and exported, by its administrators alone", async () => {
  await setRegistration(admin, "open");
  await setRegistration(admin, "invitation");
  const { personId } = admin.actor;
  const query = AuditQuery.parse({ person: `${personId}@example.com`, action: "registration.set" });
  const { page, actions, count } = await auditOverview(admin, INSTANCE_TEAM_ID, query, "en");
  expect(page.entries.length).toBeGreaterThan(1);
  expect(page.entries[0]).toMatchObject({ actionName: "Registration changed", actor: { id: personId } });
  expect(actions).toContain("registration.set");
  expect(await verifyAudit(admin, INSTANCE_TEAM_ID)).toMatchObject({ ok: true, entries: count });
  const lines: string[] = [];
  for await (const part of await exportAudit(admin, INSTANCE_TEAM_ID))
    lines.push(...part.trimEnd().split("\n"));
  expect(lines).toHaveLength(count);
  const owner = await (await newTeam(database.db)).as("owner");
  await expect(auditOverview(owner, INSTANCE_TEAM_ID, query, "en")).rejects.toMatchObject(FORBIDDEN);
});
