import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuditFilter, auditQuery, listAuditActions } from "@/db/queries/audits";
import { AUDIT_PAGE_SIZE, auditPage } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { seedAudit } from "@/tests/support/seed-audit";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
const COUNT = 1_000_000;
const FROM = new Date("2026-01-01T00:00:00Z");
const SOMEBODY = "00000000-0000-7000-8000-000000000003";
/** Pages of 8 KB that a page of the audit may take: far from the 40,000 of the whole. */
const MOST_BLOCKS = 500;

let database: FreshDatabase;
let owner: Context;
beforeAll(async () => {
  database = await freshDatabase();
  owner = await (await newTeam(database.db)).as("owner");
  await seedAudit(owner, COUNT, FROM);
});
afterAll(() => database.drop());

interface Plan {
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
}

describe("with a million entries", () => {
  test.each<[string, Omit<AuditFilter, "teamId">]>([
    ["the newest", {}],
    ["from the middle on", { beforeSeq: COUNT / 2 }],
    ["a rare action", { action: "member.add" }],
    ["an action that never was", { action: "x" }],
    ["a person's", { actorIds: [SOMEBODY] }],
    ["a target's", { targets: ["t7"] }],
    ["a day long ago", { from: new Date("2026-01-02"), to: new Date("2026-01-03") }],
    [
      "a rare action on a day long ago",
      { action: "member.add", from: new Date("2026-01-02"), to: new Date("2026-01-03") },
    ],
    [
      "all of it together",
      { action: "member.change", actorIds: [SOMEBODY], targets: ["t3"], to: new Date("2026-01-03") },
    ],
  ])("a page of %s is read through an index", async (_name, filter) => {
    const query = auditQuery(owner.db, { teamId: owner.actor.teamId, ...filter }, AUDIT_PAGE_SIZE + 1);
    const [row] = await owner.db.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
      sql`explain (analyze, buffers, format json) ${query.getSQL()}`,
    );
    const plan = row?.["QUERY PLAN"][0]?.Plan;
    const text = JSON.stringify(row);
    expect(text).not.toContain("Seq Scan");
    expect((plan?.["Shared Hit Blocks"] ?? COUNT) + (plan?.["Shared Read Blocks"] ?? 0)).toBeLessThan(
      MOST_BLOCKS,
    );
  });

  test("the actions that occur are found without reading the entries, and new ones go on at the end", async () => {
    expect(await listAuditActions(owner.db, owner.actor.teamId)).toEqual(["member.add", "member.change"]);
    await recordAudit(owner, { action: "x" });
    const { entries } = await auditPage(owner, owner.actor.teamId, AuditQuery.parse({}), "en");
    expect(entries.slice(0, 2).map(({ seq, action }) => `${seq} ${action}`)).toEqual([
      `${COUNT + 1} x`,
      `${COUNT} member.add`,
    ]);
  });
});
