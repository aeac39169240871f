import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { insertCall } from "@/db/queries/calls";
import { type LedgerRow, listLedger } from "@/db/queries/ledgers";
import { upsertProvider } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { complete } from "@/lib/completion/complete";
import { reapCalls } from "@/lib/completion/reap-calls";
import { Stopped } from "@/lib/completion/stop-reason";
import type { CompletionRequest, CompletionResult, CompletionSink } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { askOnlyOne } from "../../support/test-environment";
import type { Fault } from "../../support/upstream/script";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  askOnlyOne();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream()]);
  // For the whole instance: its provider may be at a private address.
  await upsertProvider(database.db, {
    teamId: INSTANCE_TEAM_ID,
    id: newId(),
    vendor: "openai",
    name: "openai",
    baseUrl: upstream.baseUrl("openai"),
    source: "person",
    models: [{ id: "gpt-4o-mini" }],
  });
});
afterAll(async () => {
  await upstream.close();
  await database.drop();
});
beforeEach(() => upstream.reset());

const silent: CompletionSink = {
  start: () => undefined,
  reasoning: () => undefined,
  text: () => undefined,
};

function request(change: Partial<CompletionRequest> = {}): CompletionRequest {
  return {
    purpose: "chat",
    choice: { kind: "model", model: "openai/gpt-4o-mini" },
    prompt: [{ role: "user", content: [{ type: "text", text: "How are you?" }] }],
    chatId: null,
    messageId: null,
    signal: new AbortController().signal,
    ...change,
  };
}

const rowsOf = (context: Context): Promise<LedgerRow[]> =>
  listLedger(database.db, { teamId: context.actor.teamId }, 100);

async function openCalls(context: Context): Promise<number> {
  const rows = await database.db.execute<{ open: number }>(
    sql`select count(*)::int as open from call where team_id = ${context.actor.teamId}`,
  );
  return rows[0]?.open ?? -1;
}

/** The one row there must be, which must say what the caller was told. */
async function onlyRow(context: Context, result: CompletionResult): Promise<LedgerRow> {
  const [row, ...others] = await rowsOf(context);
  if (!row) throw new Error("no ledger row");
  expect(others).toEqual([]);
  expect(await openCalls(context)).toBe(0);
  expect(row).toMatchObject({ id: result.callId, outcome: result.outcome, status: result.costStatus });
  expect(row.costPico === null ? null : picoToDecimal(BigInt(row.costPico))).toBe(result.cost);
  return row;
}

describe("a call through the gate leaves exactly one row", () => {
  test("that agrees with the vendor's own count to the last digit", async () => {
    const context = await makeActor(database.db, "member");
    upstream.script("gpt-4o-mini", { inputTokens: 1234, cacheReadTokens: 0, outputTokens: 0, text: "ok" });
    const result = await complete(context, request(), silent);
    const row = await onlyRow(context, result);
    expect(row).toMatchObject({ outcome: "complete", status: "exact", inputTokens: 1234, currency: "USD" });
    expect(result.cost).toBe("0.0001851");
  });

  const FAILURES: [Fault, code: string, status: string][] = [
    ["unauthorized", "vendor_key_rejected", "exact"],
    ["model_missing", "vendor_model_missing", "exact"],
    ["rate_limit", "vendor_rate_limited", "exact"],
    ["server_error", "vendor_unavailable", "exact"],
    ["cut", "vendor_cut", "estimated"],
    ["end_early", "vendor_cut", "estimated"],
    ["malformed", "vendor_malformed", "estimated"],
    ["error_event", "vendor_unavailable", "estimated"],
  ];
  test.each(FAILURES)("when the vendor fails: %s", async (fault, code, status) => {
    const context = await makeActor(database.db, "member");
    upstream.script("gpt-4o-mini", { fault, text: "one two three four five" });
    const result = await complete(context, request(), silent);
    const row = await onlyRow(context, result);
    expect(row).toMatchObject({ outcome: "failed", errorCode: code, status });
    if (status === "exact") expect(row.costPico).toBe("0");
    else expect(row.inputTokens).toBeGreaterThan(0);
  });

  test("when it is stopped, and the vendor sees the disconnect", async () => {
    const context = await makeActor(database.db, "member");
    const { promise: never } = Promise.withResolvers<void>();
    upstream.script("gpt-4o-mini", { text: "a b c d e f", hold: { afterTokens: 3, released: never } });
    const stop = new AbortController();
    const said: string[] = [];
    const sink = { ...silent, text: (delta: string) => said.push(delta) > 0 && stop.abort(new Stopped()) };
    const result = await complete(context, request({ signal: stop.signal }), sink);
    const row = await onlyRow(context, result);
    expect(row).toMatchObject({ outcome: "stopped", status: "estimated", estimateMethod: "o200k_base" });
    expect(row.outputTokens).toBeGreaterThan(0);
    await expect.poll(() => upstream.calls[0]?.disconnectedAt ?? null).not.toBeNull();
  });

  test("when it is stopped before it was sent: nothing is asked and nothing is charged", async () => {
    const context = await makeActor(database.db, "member");
    const result = await complete(context, request({ signal: AbortSignal.abort(new Stopped()) }), silent);
    const row = await onlyRow(context, result);
    expect(row).toMatchObject({ outcome: "stopped", status: "exact", inputTokens: 0, costPico: "0" });
    expect(upstream.calls).toEqual([]);
  });

  test("when the host reports no usage: counted here, and it says how", async () => {
    const context = await makeActor(database.db, "member");
    upstream.script("gpt-4o-mini", { reportUsage: false, text: "four words of text" });
    const result = await complete(context, request(), silent);
    const row = await onlyRow(context, result);
    expect(row).toMatchObject({ outcome: "complete", status: "estimated", estimateMethod: "o200k_base" });
  });

  test("when its process dies: the reaper settles it, once, as an estimate", async () => {
    const context = await makeActor(database.db, "member");
    const id = newId();
    const { teamId, personId } = context.actor;
    await insertCall(database.db, {
      teamId,
      id,
      personId,
      providerId: newId(),
      vendor: "openai",
      model: "gpt-4o-mini",
      purpose: "chat",
      inputEstimate: 40,
      startedAt: new Date(),
      heartbeatAt: new Date(0),
    });
    await Promise.all([reapCalls(database.db), reapCalls(database.db)]);
    const rows = await rowsOf(context);
    expect(rows).toMatchObject([{ id, outcome: "interrupted", status: "unpriced", inputTokens: 40 }]);
    expect(await openCalls(context)).toBe(0);
  });

  test("and a reaper leaves a call alone that this process is making", async () => {
    const context = await makeActor(database.db, "member");
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    upstream.script("gpt-4o-mini", { text: "a b c d", hold: { afterTokens: 2, released } });
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    const running = complete(context, request(), { ...silent, text: () => begin() });
    await began;
    await database.db.execute(
      sql`update call set heartbeat_at = now() - interval '1 hour' where team_id = ${context.actor.teamId}`,
    );
    await reapCalls(database.db);
    release();
    expect(await onlyRow(context, await running)).toMatchObject({ outcome: "complete", status: "exact" });
  });
});

describe("nothing is sent and no row is left", () => {
  test.each(["billing", "guest"] as const)("for a %s", async (role) => {
    const context = await makeActor(database.db, role);
    await expect(complete(context, request(), silent)).rejects.toThrow("forbidden");
    expect(await rowsOf(context)).toEqual([]);
    expect(upstream.calls).toEqual([]);
  });

  test("for a model that is not connected, or only for another team", async () => {
    const [context, other] = [await makeActor(database.db, "member"), await makeActor(database.db, "owner")];
    await upsertProvider(database.db, {
      teamId: other.actor.teamId,
      id: newId(),
      vendor: "openai",
      name: "theirs",
      baseUrl: upstream.baseUrl("openai"),
      source: "person",
      models: [{ id: "gpt-4o-mini" }],
    });
    const theirs = request({ choice: { kind: "model", model: "theirs/gpt-4o-mini" } });
    await expect(complete(context, theirs, silent)).rejects.toThrow("unknown_model");
    expect(await rowsOf(context)).toEqual([]);
  });
});
