import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertCall, type Settlement, settleCall } from "@/db/queries/calls";
import { listLedger, sumLedger } from "@/db/queries/ledgers";
import { newId } from "@/lib/ids";
import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { type FreshDatabase, freshDatabase } from "../../support/database";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const settlement: Settlement = {
  outcome: "complete",
  errorCode: null,
  status: "exact",
  serviceTier: null,
  estimateMethod: null,
  usage: { ...EMPTY_BUCKETS, input: 12, output: 34 },
  costPico: 185_100_000n,
  currency: "USD",
  ttftMs: 5,
  durationMs: 10,
};

async function openCall(teamId: string): Promise<string> {
  const id = newId();
  const now = new Date();
  await insertCall(database.db, {
    teamId,
    id,
    personId: newId(),
    providerId: newId(),
    vendor: "v",
    model: "m",
    purpose: "chat",
    inputEstimate: 1,
    startedAt: now,
    heartbeatAt: now,
  });
  return id;
}

describe("the ledger", () => {
  test.each([
    "update ledger set vendor = 'x'",
    "delete from ledger",
    "truncate ledger",
    "truncate ledger_default",
  ])("refuses: %s", async (statement) => {
    const teamId = newId();
    await settleCall(database.db, teamId, await openCall(teamId), settlement);
    const attempt = database.db.execute(sql.raw(statement));
    await expect(attempt).rejects.toMatchObject({
      cause: { message: expect.stringContaining("append-only") },
    });
  });

  test("takes a call once, however often and however concurrently it is settled", async () => {
    const teamId = newId();
    const id = await openCall(teamId);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => settleCall(database.db, teamId, id, settlement)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await listLedger(database.db, { teamId }, 10)).toHaveLength(1);
  });

  test("numbers a team's rows without a gap and chains their hashes, under concurrent settling", async () => {
    const teamId = newId();
    const ids = await Promise.all(Array.from({ length: 40 }, () => openCall(teamId)));
    await Promise.all(ids.map((id) => settleCall(database.db, teamId, id, settlement)));
    const rows = await database.db.execute<{ seq: string; linked: boolean; intact: boolean }>(sql`
      select seq,
        prev_hash = coalesce(lag(hash) over (order by seq), decode(repeat('00', 32), 'hex')) as linked,
        hash = ledger_hash(ledger) as intact
      from ledger where team_id = ${teamId} order by seq`);
    expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(rows.every(({ linked, intact }) => linked && intact)).toBe(true);
  });

  test("still proves the rows of earlier hashes, which knew fewer columns, and now every column of the third", async () => {
    const teamId = newId();
    await settleCall(database.db, teamId, await openCall(teamId), settlement);
    const rows = await database.db.execute<Record<string, boolean>>(sql`
      select first.hash = ledger_hash(jsonb_populate_record(one::ledger, '{"hash_version": 1}')) as first,
        ledger_hash(one) <> ledger_hash(jsonb_populate_record(one::ledger, '{"requests": 7}')) as requests,
        ledger_hash(one) <> ledger_hash(jsonb_populate_record(one::ledger, '{"reason": "x"}')) as reason,
        ledger_hash(one) <> ledger_hash(jsonb_populate_record(one::ledger, '{"web_searches": 1}')) as searches,
        ledger_hash(one) <> ledger_hash(jsonb_populate_record(one::ledger, jsonb_build_object('key_id', one.id))) as key,
        ledger_hash(jsonb_populate_record(one::ledger, jsonb_build_object('hash_version', 2, 'key_id', one.id)))
          = ledger_hash(jsonb_populate_record(one::ledger, '{"hash_version": 2}')) as second
      from ledger one, lateral (
        select sha256(convert_to(jsonb_build_array(
          encode(prev_hash, 'hex'), 1, team_id, id, seq, extract(epoch from at), person_id, chat_id, message_id,
          provider_id, vendor, model, mode, purpose, outcome, error_code, status, estimate_method, input_tokens,
          cache_read_tokens, cache_write_tokens, output_tokens, reasoning_tokens, audio_input_tokens,
          audio_output_tokens, images, rate, cost_pico, currency, demo, ttft_ms, duration_ms
        )::text, 'UTF8')) as hash
      ) first where one.team_id = ${teamId}`);
    expect(rows).toEqual([
      { first: true, requests: true, reason: true, searches: true, key: true, second: true },
    ]);
  });

  test("keeps amounts beyond what a float can hold", async () => {
    const teamId = newId();
    const costPico = 123_456_789_012_345_678_901n;
    for (let n = 0; n < 3; n++) {
      await settleCall(database.db, teamId, await openCall(teamId), { ...settlement, costPico });
    }
    expect(await sumLedger(database.db, { teamId })).toMatchObject([
      { currency: "USD", calls: 3, costPico: String(costPico * 3n) },
    ]);
  });

  test("shows a team only its own rows", async () => {
    const [mine, theirs] = [newId(), newId()];
    await settleCall(database.db, theirs, await openCall(theirs), settlement);
    expect(await listLedger(database.db, { teamId: mine }, 10)).toEqual([]);
    expect(await sumLedger(database.db, { teamId: mine })).toEqual([]);
  });

  test("puts a row into the partition of its month", async () => {
    const teamId = newId();
    await settleCall(database.db, teamId, await openCall(teamId), settlement);
    const rows = await database.db.execute<{ part: string }>(
      sql`select tableoid::regclass::text as part from ledger where team_id = ${teamId}`,
    );
    const month = new Date().toISOString().slice(0, 7).replace("-", "");
    expect(rows[0]?.part).toBe(`ledger_${month}`);
  });
});
