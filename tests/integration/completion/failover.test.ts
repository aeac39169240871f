import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { purgeDecisions } from "@/db/queries/decisions";
import { planSummary } from "@/lib/completion/plan-summary";
import { Interrupted, Stopped } from "@/lib/completion/stop-reason";
import type { StandIn } from "@/lib/completion/types";
import { newId } from "@/lib/ids";
import type { Fault } from "@/tests/support/upstream/script";
import { FailoverWorld, FIRST } from "./failover-world";

const ANSWER = "An answer from elsewhere.";

let world: FailoverWorld;
beforeAll(async () => {
  process.env.WYE_FIRST_TOKEN_TIMEOUT_SECONDS = "1";
  world = await FailoverWorld.open({
    a: ["m1", "only-a", "small-context-1000"],
    b: ["m1", "only-b", "wide-context-9000"],
    c: ["only-c"],
  });
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** What a host answers to everything. */
function fails(host: string, fault: Fault, faultAfterTokens = 0, retryAfterSeconds = 1): void {
  const script = { fault, faultAfterTokens, retryAfterSeconds };
  world.choose = (asked) => (asked === host ? script : { text: ANSWER });
}

const asked = (standIn: StandIn) => ({ question: "How are you?", history: [], before: null, standIn });

describe("before the first word a call that fails is followed by another", () => {
  const FAULTS: Fault[] = [
    ...(["unauthorized", "quota", "rate_limit", "server_error", "overloaded", "model_missing"] as const),
    ...(["timeout", "cut", "end_early", "malformed", "error_event", "empty", "garbage"] as const),
  ];
  test.each(FAULTS)("of the next model of the mode: %s", async (fault) => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    fails("a", fault);
    const result = await world.ask(owner);
    expect(result).toMatchObject({ outcome: "complete", model: "b/only-b", text: ANSWER, error: null });
    expect(world.asked("a", "b")).toEqual(["a/only-a first", "b/only-b first"]);
    const rows = await world.rows(owner);
    expect(rows.map(({ outcome, model }) => [model, outcome])).toEqual([
      ["only-a", "failed"],
      ["only-b", "complete"],
    ]);
    expect(result.started.map(({ model }) => model)).toEqual(["a/only-a", "b/only-b"]);
  });

  test("through the provider's next key, then at the model's next host, then of the next model", async () => {
    const owner = await world.owner("b", "c");
    await world.addReserve(owner, await world.connect(owner, "a"));
    await world.setMode(owner, "a/m1", "c/only-c", "b/m1");
    world.choose = (host) => (host === "c" ? null : { fault: "server_error" });
    expect(await world.ask(owner)).toMatchObject({ outcome: "complete", model: "c/only-c" });
    expect(world.asked("a", "b", "c")).toEqual([
      ...["a/m1 first", "a/m1 second", "b/m1 first"],
      "c/only-c first",
    ]);
  });

  test("which is the same decision: it tells the last call and those before it", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    fails("a", "server_error");
    const messageId = newId();
    const { callId } = await world.ask(owner, undefined, { messageId });
    expect(await world.decisions(owner)).toMatchObject([
      {
        ...{ messageId, callId, hops: 1, provider: "a", model: "only-a", mode: "knowledge" },
        ...{ decidedBy: "person", choice: { kind: "mode", mode: "knowledge" } },
        notes: { signals: { characters: 12 } },
      },
    ]);
    const [kept] = await world.decisions(owner);
    expect(kept?.notes.fallbacks[0]).toMatchObject({ provider: "b", model: "only-b" });
    await purgeDecisions(world.database.db, new Date(Date.now() + 60_000));
    expect(await world.decisions(owner)).toEqual([]);
  });

  test("and where nothing else is left, of the same once more, after as long as the vendor asks", async () => {
    const owner = await world.owner("a");
    const { calls } = world.host("a");
    world.host("a").script("only-a", { fault: "rate_limit", retryAfterSeconds: 1 }, { once: true });
    expect(await world.ask(owner, "a/only-a")).toMatchObject({ outcome: "complete" });
    const [first, second] = calls.filter(({ model }) => model !== null);
    expect((second?.startedAt ?? 0) - (first?.startedAt ?? 0)).toBeGreaterThanOrEqual(1000);
    expect(await world.rows(owner)).toHaveLength(2);
  });

  test("until all have failed: then the last failure is told, and each call has its row", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    world.choose = () => ({ fault: "unauthorized" });
    const result = await world.ask(owner);
    expect(result).toMatchObject({ outcome: "failed", error: { code: "vendor_key_rejected" } });
    const rows = await world.rows(owner);
    expect(rows).toHaveLength(world.count());
    expect(rows.at(-1)?.id).toBe(result.callId);
  });
});

describe("a call is the last", () => {
  test.each(["content_filter", "bad_request"] as const)(
    "when it is the question's doing: %s",
    async (fault) => {
      const owner = await world.owner("a", "b");
      await world.setMode(owner, "a/only-a", "b/only-b");
      fails("a", fault);
      expect(await world.ask(owner)).toMatchObject({ outcome: "failed", model: "a/only-a" });
      expect(world.count()).toBe(1);
    },
  );

  test("once it has said a word, however it ends", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    world.choose = () => ({ text: "one two three", fault: "cut", faultAfterTokens: 1 });
    expect(await world.ask(owner)).toMatchObject({ outcome: "failed", model: "a/only-a", text: "one " });
    expect(world.count()).toBe(1);
  });

  test("when it is stopped", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    fails("a", "timeout");
    const stop = new AbortController();
    const asking = world.ask(owner, undefined, { signal: stop.signal });
    await expect.poll(() => world.count()).toBe(1);
    stop.abort(new Stopped());
    expect(await asking).toMatchObject({ outcome: "stopped", error: null });
    expect(world.asked("a", "b")).toEqual(["a/only-a first"]);
  });

  test.each([
    [new Stopped(), "stopped"],
    [new Interrupted(), "interrupted"],
  ] as const)("when it is stopped while the next one waits: %s", async (reason, outcome) => {
    const owner = await world.owner("a");
    fails("a", "rate_limit", 0, 20);
    const stop = new AbortController();
    const asking = world.ask(owner, "a/only-a", { signal: stop.signal });
    await expect.poll(async () => (await world.rows(owner)).length).toBe(1);
    stop.abort(reason);
    expect(await asking).toMatchObject({ outcome, error: null });
    expect(world.count()).toBe(1);
  });
});

describe("a prompt that is too long", () => {
  test("goes to a model with more room, and speaks against nobody", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/small-context-1000", "a/only-a", "b/wide-context-9000");
    fails("a", "context_length");
    expect(await world.ask(owner)).toMatchObject({ outcome: "complete", model: "b/wide-context-9000" });
    expect(world.asked("a", "b")).toEqual(["a/small-context-1000 first", "b/wide-context-9000 first"]);
    const circuits = await world.database.db.execute(
      sql`select 1 from circuit where team_id = ${owner.actor.teamId}`,
    );
    expect([...circuits]).toEqual([]);
  });

  test("for all of them says so", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "b/wide-context-9000", "a/small-context-1000");
    world.choose = () => ({ fault: "context_length" });
    expect(await world.ask(owner)).toMatchObject({ outcome: "failed", error: { code: "context_too_long" } });
    expect(world.asked("a", "b")).toEqual(["b/wide-context-9000 first"]);
  });
});

describe("a model that was named", () => {
  test("may answer through another key and at another host", async () => {
    const owner = await world.owner("b");
    await world.addReserve(owner, await world.connect(owner, "a"));
    fails("a", "server_error");
    expect(await world.ask(owner, "a/m1")).toMatchObject({ outcome: "complete", model: "b/m1", mode: null });
    expect(world.asked("a", "b")).toEqual(["a/m1 first", "a/m1 second", "b/m1 first"]);
  });

  test("is not replaced by another unasked, and the failure names one that could answer", async () => {
    const owner = await world.owner("a", "b");
    fails("a", "unauthorized");
    const { outcome, error } = await world.ask(owner, "a/only-a");
    expect(outcome).toBe("failed");
    expect(error).toMatchObject({ code: "vendor_key_rejected", alternative: expect.stringMatching(/^b\//) });
    expect(world.asked("a", "b")).toEqual(["a/only-a first"]);
  });

  test("has no other named that would fail as well", async () => {
    const owner = await world.owner("a");
    fails("a", "unauthorized");
    const { error } = await world.ask(owner, "a/only-a");
    expect(error).toEqual({ code: "vendor_key_rejected", params: expect.any(Object) });
  });

  test("is replaced with the person's consent", async () => {
    const owner = await world.owner("a", "b");
    fails("a", "unauthorized");
    const result = await world.ask(owner, "a/only-a", { asked: asked("if-it-fails") });
    expect(result).toMatchObject({ outcome: "complete", model: expect.stringMatching(/^b\//) });
    expect(world.asked("a", "b")).toHaveLength(2);
  });

  test("is asked last when another one is asked for at once", async () => {
    const owner = await world.owner("a", "b");
    const result = await world.ask(owner, "a/only-a", { asked: asked("now") });
    expect(result).toMatchObject({ outcome: "complete", model: expect.not.stringMatching("only-a") });
    expect(world.count()).toBe(1);
  });
});

describe("a probe of an open circuit", () => {
  test("that fails costs the person nothing but a moment", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    fails("a", "server_error");
    for (let n = 0; n < 3; n++) expect((await world.ask(owner)).outcome).toBe("complete");
    world.host("a").reset();
    expect((await world.ask(owner)).outcome).toBe("complete");
    expect(world.host("a").calls).toEqual([]);
    const { teamId } = owner.actor;
    const due = () =>
      world.database.db.execute(
        sql`update circuit set opened_at = opened_at - interval '1 hour', open_until = now() - interval '1 second'
          where team_id = ${teamId}`,
      );
    await due();
    expect(await world.ask(owner)).toMatchObject({ outcome: "complete", model: "b/only-b" });
    expect(world.host("a").calls).toHaveLength(1);
    await due();
    world.choose = () => ({ text: ANSWER });
    expect(await world.ask(owner)).toMatchObject({ outcome: "complete", model: "a/only-a" });
  });

  test("lets the next call have it when it says nothing of its key", async () => {
    const owner = await world.owner("a", "b");
    await world.setMode(owner, "a/only-a", "b/only-b");
    fails("a", "server_error");
    for (let n = 0; n < 3; n++) await world.ask(owner);
    await world.database.db.execute(
      sql`update circuit set opened_at = opened_at - interval '1 hour', open_until = now() - interval '1 second'
        where team_id = ${owner.actor.teamId}`,
    );
    fails("a", "content_filter");
    expect(await world.ask(owner)).toMatchObject({ outcome: "failed", model: "a/only-a" });
    world.choose = () => ({ text: ANSWER });
    expect(await world.ask(owner)).toMatchObject({ outcome: "complete", model: "a/only-a" });
  });
});

test("a summary in a mode is asked of nobody whose circuit is open", async () => {
  const owner = await world.owner("a", "b");
  await world.setMode(owner, "a/only-a", "b/only-b");
  const summariser = async () => (await planSummary(owner, { kind: "mode", mode: "knowledge" }, 10)).choice;
  expect(await summariser()).toEqual({ kind: "model", model: "a/only-a" });
  fails("a", "server_error");
  for (let n = 0; n < 3; n++) expect((await world.ask(owner)).outcome).toBe("complete");
  expect(await summariser()).toEqual({ kind: "model", model: "b/only-b" });
});

describe("a key with no room", () => {
  const limits = (remaining: string) => ({
    "x-ratelimit-limit-requests": "100",
    "x-ratelimit-remaining-requests": remaining,
    "x-ratelimit-reset-requests": "1h",
  });

  test("is spared while another one has room", async () => {
    const owner = await world.owner();
    await world.addReserve(owner, await world.connect(owner, "a"));
    world.choose = (_host, { headers }) => ({
      headers: limits(headers.authorization?.includes(FIRST) ? "0" : "99"),
    });
    for (let n = 0; n < 3; n++) await world.ask(owner, "a/only-a");
    expect(world.asked("a")).toEqual(["a/only-a first", "a/only-a second", "a/only-a second"]);
  });

  test("is used where none has room: it may be wrong", async () => {
    const owner = await world.owner("a");
    world.choose = () => ({ headers: limits("0") });
    for (let n = 0; n < 2; n++) expect((await world.ask(owner, "a/only-a")).outcome).toBe("complete");
  });
});
