import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { AUDIT_PAGE_SIZE, auditOverview, auditPage } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { destroyKey } from "@/lib/audit/destroy-key";
import { exportAudit } from "@/lib/audit/export-audit";
import { listAudit } from "@/lib/audit/list-audit";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { addMember } from "@/lib/teams/add-member";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const LIMIT = { limit: 100 };
const find = (context: Context, query: object) =>
  listAudit(context, context.actor.teamId, { ...AuditQuery.parse(query), ...LIMIT });

async function newWorld(): Promise<{ team: TestTeam; owner: Context }> {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  return { team, owner: { ...owner, origin: { via: "web", address: "192.0.2.7" } } };
}

describe("the audit, read", () => {
  test("says who, what, before and after, from where and in which request, newest first", async () => {
    const { team, owner } = await newWorld();
    const member = await team.as("member");
    const email = `${member.actor.personId}@example.com`;
    await addMember(owner, { teamId: team.teamId, email, role: "billing" });
    await recordAudit(owner, { action: "later" });
    const [later, change] = await find(owner, {});
    expect(later).toMatchObject({ action: "later", seq: 2, target: null, changes: [] });
    expect(change).toMatchObject({
      seq: 1,
      action: "member.change",
      via: "web",
      actor: { id: owner.actor.personId, name: expect.stringContaining("owner") },
      target: { id: member.actor.personId, name: expect.stringContaining("member") },
      changes: [{ field: "role", before: "member", after: "billing", erased: false }],
      address: { value: "192.0.2.7" },
      requestId: owner.requestId,
    });
  });

  test("shows what was somebody's as erased once they are", async () => {
    const { owner } = await newWorld();
    const { personId } = owner.actor;
    const personal = {
      "before.name": { personId, value: "Ada" },
      "after.name": { personId, value: "Countess" },
    };
    await recordAudit(owner, { action: "person.rename", personal, before: { n: 1 }, after: { n: 1 } });
    expect(await find(owner, {})).toMatchObject([
      { changes: [{ field: "name", before: "Ada", after: "Countess", erased: false }] },
    ]);
    await destroyKey(owner.db, personId);
    expect(await find(owner, {})).toMatchObject([
      { changes: [{ field: "name", before: null, after: null, erased: true }], address: "erased" },
    ]);
  });

  test("is searched by action, person, target and period, alone and together", async () => {
    const { team, owner } = await newWorld();
    const other = await team.as("administrator");
    await recordAudit(owner, { action: "a.one", target: "thing" });
    await recordAudit(other, { action: "a.two", target: owner.actor.personId });
    await recordAudit(other, { action: "a.one", target: "another" });
    const seqs = async (query: object) => (await find(owner, query)).map(({ seq }) => seq);
    expect(await seqs({ action: "a.one" })).toEqual([3, 1]);
    expect(await seqs({ action: "any" })).toEqual([3, 2, 1]);
    expect(await seqs({ person: other.actor.personId })).toEqual([3, 2]);
    expect(await seqs({ person: `${other.actor.personId}@EXAMPLE.com` })).toEqual([3, 2]);
    expect(await seqs({ person: "nobody of this name" })).toEqual([]);
    expect(await seqs({ target: "thing" })).toEqual([1]);
    expect(await seqs({ target: `owner ${owner.actor.personId}` })).toEqual([2]);
    expect(await seqs({ action: "a.one", person: other.actor.personId })).toEqual([3]);
    expect(await seqs({ from: "2000-01-01", to: "2999-01-01" })).toEqual([3, 2, 1]);
    expect(await seqs({ from: "2999-01-01" })).toEqual([]);
    expect(await seqs({ to: "2000-01-01" })).toEqual([]);
    expect(await seqs({ from: "not a day", action: ["two"] })).toEqual([3, 2, 1]);
  });

  test("pages without a gap and without showing an entry twice, also while others are written", async () => {
    const { owner } = await newWorld();
    const count = AUDIT_PAGE_SIZE + 7;
    for (let n = 0; n < count; n++) await recordAudit(owner, { action: "x" });
    const { page, actions, verified } = await auditOverview(
      owner,
      owner.actor.teamId,
      AuditQuery.parse({}),
      "en",
    );
    await recordAudit(owner, { action: "x" });
    const beforeSeq = page.nextBeforeSeq ?? 0;
    const rest = await auditPage(owner, owner.actor.teamId, { ...AuditQuery.parse({}), beforeSeq }, "en");
    expect([...page.entries, ...rest.entries].map(({ seq }) => seq)).toEqual(
      Array.from({ length: count }, (_, n) => count - n),
    );
    expect(rest.nextBeforeSeq).toBeNull();
    expect({ actions, verified }).toEqual({ actions: ["x"], verified: null });
  });

  test("is for owners and administrators, of their own team", async () => {
    const { team, owner } = await newWorld();
    await recordAudit(owner, { action: "x" });
    expect(await find(await team.as("administrator"), {})).toHaveLength(1);
    for (const role of ["billing", "manager", "member", "guest"] as const) {
      const context = await team.as(role);
      await expect(find(context, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(exportAudit(context, team.teamId)).rejects.toMatchObject({ code: "forbidden" });
    }
    const stranger = (await newWorld()).owner;
    const theirs = listAudit(stranger, team.teamId, { ...AuditQuery.parse({}), ...LIMIT });
    await expect(theirs).rejects.toMatchObject({ code: "not_found" });
    await expect(exportAudit(stranger, team.teamId)).rejects.toMatchObject({ code: "not_found" });
    await expect(exportAudit(owner, INSTANCE_TEAM_ID)).rejects.toMatchObject({ code: "forbidden" });
    expect(await find(stranger, {})).toEqual([]);
  });

  test("is exported in the order of the chain, with what is personal sealed", async () => {
    const { owner } = await newWorld();
    const { personId } = owner.actor;
    await recordAudit(owner, { action: "x", personal: { "after.name": { personId, value: "Ada L." } } });
    await recordAudit(owner, { action: "y" });
    const text = (await Array.fromAsync(await exportAudit(owner, owner.actor.teamId))).join("");
    const entries = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries).toMatchObject([
      { seq: 1, action: "x" },
      { seq: 2, action: "y" },
    ]);
    expect(text).not.toContain("192.0.2.7");
    expect(text).not.toContain("Ada L.");
  });

  test("has the instance's own entries for its administrator alone", async () => {
    const instance = asInstance(database.db);
    await recordAudit(instance, { action: "host.allow", target: "a.example" });
    const all = { ...AuditQuery.parse({}), ...LIMIT };
    const administrator = await (await newTeam(database.db)).as("member", { instanceAdmin: true });
    const [entry] = await listAudit(administrator, INSTANCE_TEAM_ID, all);
    expect(entry).toMatchObject({ action: "host.allow", actor: null, via: "system", address: null });
  });
});
