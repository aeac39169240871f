import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Connected, connect } from "@/db/client";
import { insertCall, settleCall } from "@/db/queries/calls";
import { listLedger } from "@/db/queries/ledgers";
import { backgroundIdle } from "@/lib/background";
import { reapRuns } from "@/lib/chat/reap-runs";
import { startReply } from "@/lib/chat/start-reply";
import { reapCalls } from "@/lib/completion/reap-calls";
import { settle } from "@/lib/completion/settle";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { type DatabaseProxy, startDatabaseProxy } from "../../support/database-proxy";
import { ask, ChatWorld } from "./chat-world";

let world: ChatWorld;
let proxy: DatabaseProxy;
let through: Connected;
beforeAll(async () => {
  world = await ChatWorld.open(["gpt-4o-mini"]);
  proxy = await startDatabaseProxy(world.database.url);
  through = connect(proxy.url, { maxConnections: 5 });
});
afterAll(async () => {
  await backgroundIdle();
  await through.close();
  await proxy.close();
  await world.close();
});
afterEach(() => {
  vi.restoreAllMocks();
  proxy.mend();
});

const OLD = new Date(Date.now() - 3_600_000);

/** A call that nobody has spoken for in a long time. */
async function openCall({ actor }: Context): Promise<string> {
  const id = newId();
  await insertCall(world.database.db, {
    teamId: actor.teamId,
    id,
    personId: actor.personId,
    providerId: newId(),
    vendor: "openai",
    model: "gpt-4o-mini",
    purpose: "chat",
    inputEstimate: 3,
    startedAt: OLD,
    heartbeatAt: OLD,
  });
  return id;
}

test("an answer that ends while the database is away for long is kept whole, and billed exactly and once", async () => {
  const who = await world.member();
  const held = Promise.withResolvers<void>();
  world.upstream.script("gpt-4o-mini", {
    text: "one two three four",
    inputTokens: 20,
    outputTokens: 4,
    hold: { afterTokens: 2, released: held.promise },
  });
  const warned = vi.spyOn(log(), "warn");
  const tries = () => warned.mock.calls.filter(([, text]) => text === "could not settle a call yet").length;
  const input = ask("openai/gpt-4o-mini");
  const run = await startReply({ ...who, db: through.db }, input);
  await expect.poll(() => run.textOf("text")).toBe("one two ");

  proxy.cut();
  held.resolve();
  // By far more than a hiccup takes.
  await expect.poll(tries, { timeout: 40_000 }).toBeGreaterThan(5);
  const { teamId } = who.actor;
  const { db } = world.database;
  await db.execute(
    sql`update run set heartbeat_at = heartbeat_at - interval '1 minute' where team_id = ${teamId}`,
  );
  await db.execute(
    sql`update call set heartbeat_at = heartbeat_at - interval '1 minute' where team_id = ${teamId}`,
  );
  expect([await reapRuns(db), await reapCalls(db)]).toEqual([0, 0]);
  expect(run.isOver).toBe(false);

  proxy.mend();
  await run.ended;
  await backgroundIdle();
  expect(run.metadata.error).toBeUndefined();
  expect(await world.messageOf(who, input)).toMatchObject({
    text: "one two three four",
    metadata: { status: "complete", costStatus: "exact" },
  });
  expect(await world.rowOf(who, input)).toMatchObject({
    outcome: "complete",
    status: "exact",
    inputTokens: 20,
    outputTokens: 4,
  });
});

test("an answer that is billed but cannot be kept for long is kept in the end", async () => {
  const who = await world.member();
  const { db } = world.database;
  const held = Promise.withResolvers<void>();
  world.upstream.script("gpt-4o-mini", {
    text: "one two three",
    hold: { afterTokens: 1, released: held.promise },
  });
  const warned = vi.spyOn(log(), "warn");
  const tries = () => warned.mock.calls.filter(([, text]) => text === "could not keep an answer yet").length;
  const input = ask("openai/gpt-4o-mini");
  const run = await startReply(who, input);
  await expect.poll(() => run.textOf("text")).toBe("one ");
  await db.execute(sql`alter table message rename to message_away`);
  held.resolve();
  try {
    await expect.poll(tries, { timeout: 40_000 }).toBeGreaterThan(5);
    expect(run.isOver).toBe(false);
    expect(await world.rowOf(who, input)).toMatchObject({ status: "exact" });
  } finally {
    await db.execute(sql`alter table message_away rename to message`);
  }
  await run.ended;
  await backgroundIdle();
  const { text, metadata } = await world.messageOf(who, input);
  expect([text, metadata?.status]).toEqual(["one two three", "complete"]);
});

test("after the database was away, no call is held for dead before its process could speak for it", async () => {
  const who = await world.member();
  const callId = await openCall(who);
  proxy.cut();
  await expect(reapCalls(through.db)).rejects.toThrow();
  proxy.mend();
  await expect.poll(() => reapCalls(through.db).catch(() => "away"), { timeout: 20_000 }).toBe(0);
  expect(await reapCalls(through.db)).toBe(1);
  expect(await listLedger(world.database.db, { teamId: who.actor.teamId }, 10)).toMatchObject([
    { id: callId, outcome: "interrupted", estimateMethod: "input utf8_bytes_div_4, output not kept" },
  ]);
});

test("a settlement that comes after a reaper's is told, one that is only repeated is not", async () => {
  const [who, told] = [await world.member(), vi.spyOn(log(), "error")];
  const { db } = world.database;
  const { teamId } = who.actor;
  const estimate = {
    outcome: "interrupted",
    errorCode: null,
    status: "estimated",
    serviceTier: null,
    estimateMethod: "by hand",
    usage: EMPTY_BUCKETS,
    costPico: 1n,
    currency: "USD",
    ttftMs: null,
    durationMs: 1,
  } as const;
  const exact = {
    ...estimate,
    outcome: "complete",
    status: "exact",
    estimateMethod: null,
    costPico: 2n,
  } as const;
  const [own, taken] = [await openCall(who), await openCall(who)];
  await settle(db, teamId, own, exact);
  await settle(db, teamId, own, exact);
  expect(told).not.toHaveBeenCalled();
  await settleCall(db, teamId, taken, estimate);
  await settle(db, teamId, taken, exact);
  expect(told).toHaveBeenCalledWith(
    {
      callId: taken,
      kept: { status: "estimated", costPico: "1" },
      lost: { status: "exact", costPico: 2n },
    },
    expect.stringContaining("before its own process"),
  );
});
