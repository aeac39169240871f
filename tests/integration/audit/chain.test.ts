import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { canonicalJson } from "@/lib/audit/canonical";
import { destroyKey } from "@/lib/audit/destroy-key";
import { hashEntry } from "@/lib/audit/encode-entry";
import { readChain } from "@/lib/audit/read-chain";
import { recordAudit } from "@/lib/audit/record";
import { verifyAudit } from "@/lib/audit/verify-audit";
import type { Context } from "@/lib/context";
import { transact } from "@/lib/transact";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam, type TestTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

setTestSecrets();
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

let team: TestTeam;
let owner: Context;
const COUNT = 7;
beforeEach(async () => {
  team = await newTeam(database.db);
  owner = await team.as("owner");
  for (let n = 1; n <= COUNT; n++) {
    await recordAudit(owner, {
      action: "member.change",
      target: `t${n}`,
      before: { n },
      after: { n: n + 1 },
    });
  }
});

const verify = () => verifyAudit(owner, team.teamId);

/** As somebody does who owns the database. */
async function tamper(...statements: string[]): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of statements) {
      await tx.execute(sql.raw(statement.replace("TEAM", `team_id = '${team.teamId}'`)));
    }
  });
}

describe("the audit", () => {
  test.each(["update audit set action = 'x'", "delete from audit", "truncate audit"])(
    "refuses: %s",
    async (statement) => {
      await expect(database.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { message: expect.stringContaining("append-only") },
      });
    },
  );

  test("numbers a team's entries without a gap and chains them, however many are written at once", async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        transact(owner, (inner) => recordAudit(inner, { action: "race", after: { n } })),
      ),
    );
    expect(await verify()).toMatchObject({ ok: true, entries: COUNT + 30, broken: null });
  });

  test("leaves no gap where a change failed after it was recorded", async () => {
    const failing = transact(owner, async (inner) => {
      await recordAudit(inner, { action: "lost" });
      throw new RangeError("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await recordAudit(owner, { action: "kept" });
    expect(await verify()).toMatchObject({ ok: true, entries: COUNT + 1 });
  });

  test("has a chain of its own for the instance", async () => {
    const instance = asInstance(database.db);
    await recordAudit(instance, { action: "host.allow", target: "a.example" });
    expect(await verifyAudit(instance, INSTANCE_TEAM_ID)).toMatchObject({ ok: true, entries: 1 });
  });

  test("still verifies after a person's key is destroyed", async () => {
    const personId = owner.actor.personId;
    const personal = { "after.name": { personId, value: "Ada" } };
    await recordAudit({ ...owner, origin: { via: "web", address: "192.0.2.1" } }, { action: "x", personal });
    await destroyKey(owner.db, personId);
    expect(await verify()).toMatchObject({ ok: true, entries: COUNT + 1 });
  });

  test("may be verified by who may read it, and by nobody of another team", async () => {
    for (const role of ["billing", "manager", "member", "guest"] as const) {
      await expect(verifyAudit(await team.as(role), team.teamId)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const stranger = await (await newTeam(database.db)).as("owner");
    await expect(verifyAudit(stranger, team.teamId)).rejects.toMatchObject({ code: "not_found" });
    await expect(verifyAudit(owner, INSTANCE_TEAM_ID)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what was done behind the audit's back is found, and where", () => {
  test.each([
    ["action", "'x'"],
    ["target", "null"],
    ["actor_id", "gen_random_uuid()"],
    ["via", "'cli'"],
    ["request_id", "'x'"],
    ["before", `'{"n": 99}'`],
    ["after", `'{"n": 99}'`],
    ["personal", `'{"a": {"subject": "b", "sealed": null}}'`],
    ["created_at", "created_at + interval '1 ms'"],
    ["id", "gen_random_uuid()"],
    ["hash", "sha256('x')"],
    ["prev_hash", "sha256('x')"],
  ])("an entry whose %s was changed", async (column, value) => {
    await tamper(`update audit set ${column} = ${value} where TEAM and seq = 4`);
    expect(await verify()).toMatchObject({ ok: false, entries: 3, broken: { seq: 4, reason: "changed" } });
  });

  test("an entry that was changed together with its hash: the next one does not follow on it", async () => {
    await tamper(
      "update audit set action = 'x' where TEAM and seq = 4",
      "update audit set hash = audit_hash(audit) where TEAM and seq = 4",
    );
    expect(await verify()).toMatchObject({ broken: { seq: 5, reason: "unlinked" } });
  });

  test("the last entry, changed together with its hash", async () => {
    await tamper(
      `update audit set action = 'x' where TEAM and seq = ${COUNT}`,
      `update audit set hash = audit_hash(audit) where TEAM and seq = ${COUNT}`,
    );
    expect(await verify()).toMatchObject({ entries: COUNT - 1, broken: { seq: COUNT, reason: "end" } });
  });

  test.each([1, 4, COUNT])("entry %d taken away", async (seq) => {
    await tamper(`delete from audit where TEAM and seq = ${seq}`);
    expect(await verify()).toMatchObject({ entries: seq - 1, broken: { seq, id: null, reason: "missing" } });
  });

  test("the whole tail taken away, and the whole chain", async () => {
    await tamper("delete from audit where TEAM and seq > 5");
    expect(await verify()).toMatchObject({ entries: 5, broken: { seq: 6, reason: "missing" } });
    await tamper("delete from audit where TEAM");
    expect(await verify()).toMatchObject({ entries: 0, broken: { seq: 1, reason: "missing" } });
  });

  test("two entries that changed places", async () => {
    await tamper(
      "update audit set seq = 1000 where TEAM and seq = 3",
      "update audit set seq = 3 where TEAM and seq = 5",
      "update audit set seq = 5 where TEAM and seq = 1000",
    );
    expect(await verify()).toMatchObject({ entries: 2, broken: { seq: 3, reason: "changed" } });
  });

  test("an end that was set back, or taken away", async () => {
    await tamper(
      `update audit_head set seq = 5, hash = (select hash from audit where TEAM and seq = 5)
        where team_id = '${team.teamId}'`,
    );
    expect(await verify()).toMatchObject({ entries: 5, broken: { seq: 6, reason: "end" } });
    await tamper("delete from audit_head where TEAM");
    expect(await verify()).toMatchObject({ entries: 0, broken: { seq: 1, reason: "end" } });
  });
});

test("the database and the exported lines agree on every hash, whatever an entry holds", async () => {
  const json = fc
    .jsonValue({ depthSize: "small" })
    .filter((value) => !/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value)));
  const values = fc.sample(json, { numRuns: 200, seed: 7 });
  for (const after of values) await recordAudit(owner, { action: "any", target: "目标 ☃", after });
  const lines: string[] = [];
  for await (const page of readChain(owner.db, team.teamId, Number.MAX_SAFE_INTEGER)) {
    lines.push(...page.map((entry) => JSON.stringify(entry)));
  }
  expect(lines).toHaveLength(COUNT + values.length);
  for (const line of lines) {
    const entry = JSON.parse(line);
    expect(hashEntry(entry)).toBe(entry.hash);
  }
  const [row] = await owner.db.execute<{ text: string }>(
    sql`select audit_canonical(${JSON.stringify(values)}::text::jsonb) as text`,
  );
  expect(row?.text).toBe(canonicalJson(values));
});
