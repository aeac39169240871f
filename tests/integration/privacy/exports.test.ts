import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { sumLedger } from "@/db/queries/ledgers";
import { person } from "@/db/schema";
import type { Context } from "@/lib/context";
import { makeRate } from "@/lib/pricing/make-rate";
import { exportMine } from "@/lib/privacy/export-mine";
import { addProvider } from "@/lib/providers/add-provider";
import { exportTeam } from "@/lib/teams/export-team";
import { MINI } from "@/tests/support/any-rate";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { plantContent } from "@/tests/support/plant-content";
import { readArchive } from "@/tests/support/read-archive";
import { recordCall } from "@/tests/support/record-call";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const Costs = z.array(z.object({ cost_pico: z.string().nullable(), person_id: z.string() }));
const sumOf = (rows: unknown[] | undefined) =>
  Costs.parse(rows).reduce((sum, { cost_pico }) => sum + BigInt(cost_pico ?? 0), 0n);
const ending = (context: Context): Context => ({ ...context, actor: { ...context.actor, teamEnding: true } });
const saidIn = (files: Map<string, unknown[]>) => JSON.stringify([...files]);
const newMarker = () => `marker${randomUUID().replaceAll("-", "")}`;

async function planted() {
  const team = await newTeam(database.db);
  const [owner, member] = [await team.as("owner"), await team.as("member")];
  const [own, others] = [newMarker(), newMarker()];
  await plantContent(owner, own);
  await plantContent(member, others);
  for (let call = 0; call < 450; call++) {
    await recordCall(member, { rate: makeRate(MINI), usage: { input: call, output: 3 } });
  }
  return { ...team, owner, member, own, others };
}

test("the export of a team that is being deleted has all of it, and the ledger in it adds up to what it is", async () => {
  const { teamId, owner, own, others } = await planted();
  const files = await readArchive(await exportTeam(ending(owner)));
  const [total] = await sumLedger(database.db, { teamId });
  expect(sumOf(files.get("ledger.jsonl"))).toBe(BigInt(total?.costPico ?? 0));
  expect(files.get("ledger.jsonl")).toHaveLength(452);
  const [manifest] = files.get("manifest.json") ?? [];
  expect(manifest).toMatchObject({
    kind: "team",
    content: true,
    ledgerEnd: 452,
    ledger: [{ currency: "USD", rows: 452, costPico: total?.costPico }],
    lines: { "chats.jsonl": 2, "messages.jsonl": 4, "members.jsonl": 2, "ledger.jsonl": 452 },
  });
  expect(saidIn(files)).toContain(own);
  expect(saidIn(files)).toContain(others);
});

test("before that it has nothing of what members wrote", async () => {
  const { owner, own, others } = await planted();
  const files = await readArchive(await exportTeam(owner));
  expect([...files.keys()]).not.toContain("messages.jsonl");
  expect(saidIn(files)).not.toContain(own);
  expect(saidIn(files)).not.toContain(others);
});

test("no export has a secret", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await addProvider(owner, { scope: "team", vendor: "demo" });
  await database.db.update(person).set({ passwordHash: "scrypt:secret" });
  const archives = [await exportTeam(ending(owner)), await exportMine(owner)];
  for (const archive of archives) {
    const said = saidIn(await readArchive(archive));
    expect(said).not.toMatch(/password_hash|scrypt:|api_key_sealed|token_hash|email_sealed/);
  }
});

test("who exports their data has theirs over all teams, and nobody else's", async () => {
  const { owner, member, own, others } = await planted();
  const files = await readArchive(await exportMine(member));
  expect(saidIn(files)).toContain(others);
  expect(saidIn(files)).not.toContain(own);
  expect(saidIn(files)).not.toContain(owner.actor.personId);
  expect(files.get("messages.jsonl")).toHaveLength(2);
  const rows = Costs.parse(files.get("ledger.jsonl"));
  expect(new Set(rows.map((row) => row.person_id))).toEqual(new Set([member.actor.personId]));
  const [sum] = await sumLedger(database.db, {
    teamId: member.actor.teamId,
    personId: member.actor.personId,
  });
  expect(sumOf(rows)).toBe(BigInt(sum?.costPico ?? 0));
});

test("only an owner exports a team", async () => {
  const team = await newTeam(database.db);
  for (const role of ["administrator", "billing", "manager", "member", "guest"] as const) {
    await expect(exportTeam(await team.as(role))).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("an export that nobody reads to its end gives its place back", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  for (let time = 0; time < 8; time++) await (await exportTeam(owner)).cancel();
  expect((await readArchive(await exportTeam(owner))).size).toBeGreaterThan(1);
});
