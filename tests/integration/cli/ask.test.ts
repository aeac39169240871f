import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getConversation } from "@/lib/chat/get-conversation";
import type { Context } from "@/lib/context";
import { listUsage } from "@/lib/usage/list-usage";
import { newTeam } from "../../support/team";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";
import type { Ran } from "./run-command";

const SLOW = "slow-tokens-2000-pace-20";

const THOUGHT = "Let me think.";
const SAID = "Hello from the upstream, word by word.";

let world: CommandWorld;
let owner: Context;

beforeAll(async () => {
  world = await openCommandWorld(["gpt-4o-mini", "reason", SLOW, "fault-rate_limit"]);
  owner = await (await newTeam(world.db, "First")).as("owner", { instanceAdmin: true });
  const address = ["--base-url", world.upstream.baseUrl("openai"), "--api-key", "key"];
  await succeed(world.run("provider", "add", "--instance", "--vendor", "openai", ...address, "--json"));
});
afterAll(() => world.close());

const joined = (ran: Ran, type: string) =>
  ran
    .lines()
    .filter((line) => line.type === type)
    .map(({ text }) => text)
    .join("");
const kept = async (chat: unknown) => (await getConversation(owner, String(chat))).messages;
const ledger = () => listUsage(owner, { teamId: owner.actor.teamId, limit: 100 });
const textOf = (message: Awaited<ReturnType<typeof kept>>[number] | undefined) =>
  message?.parts.map((part) => (part.type === "text" ? part.text : "")).join("");

describe("a whole answer", () => {
  let asked: Ran;
  let end: Record<string, unknown> | undefined;

  beforeAll(async () => {
    world.upstream.script("gpt-4o-mini", { reasoning: THOUGHT, inputTokens: 1234, cacheReadTokens: 1000 });
    asked = await world.run("ask", "--model", "openai/gpt-4o-mini", "Hello?", "--json");
    end = asked.lines().at(-1);
  });

  test("comes part by part, a line each, and nothing else is said", () => {
    expect(asked).toMatchObject({ code: 0, stderr: "" });
    expect(asked.lines()[0]).toEqual({ type: "start", model: "openai/gpt-4o-mini", mode: null });
    expect(joined(asked, "reasoning")).toBe(THOUGHT);
    expect(joined(asked, "text")).toBe(SAID);
    expect(end).toMatchObject({ type: "end", status: "complete", model: "openai/gpt-4o-mini" });
  });

  test("is metered as the vendor counts it and costs what the price says", async () => {
    const call = world.upstream.calls.find(({ model }) => model !== null);
    expect(end?.usage).toEqual(call?.billed);
    const today = new Date().toISOString().slice(0, 10);
    const model = ["--vendor", "openai", "--model", "gpt-4o-mini", "--at", today];
    const usage = JSON.stringify(end?.usage);
    const { cost, currency } = await succeed(world.run("price", ...model, "--usage", usage, "--json"));
    expect(end).toMatchObject({ cost, currency, costStatus: "exact" });
  });

  test("is a call in the list, after that for its title", async () => {
    const rows = (await world.run("usage", "list", "--json")).lines();
    expect(rows.map(({ purpose }) => purpose)).toEqual(["title", "chat"]);
    expect(rows[1]).toEqual({
      id: expect.any(String),
      at: expect.stringMatching(/Z$/),
      team: "First",
      user: expect.stringContaining("@example.com"),
      key: null,
      vendor: "openai",
      model: "gpt-4o-mini",
      mode: null,
      purpose: "chat",
      outcome: "complete",
      status: "exact",
      usage: expect.objectContaining(Object(end?.usage)),
      cost: end?.cost,
      currency: end?.currency,
      ttftMs: expect.any(Number),
      durationMs: expect.any(Number),
      corrects: null,
      reason: null,
      corrected: null,
    });
    const newest = await world.run("usage", "list", "--json", "--limit", "1", "--since", String(rows[0]?.at));
    expect(newest.lines()).toEqual(rows.slice(0, 1));
  });

  test("is kept in a chat with a title", async () => {
    const shown = (await world.run("chat", "show", String(end?.chat), "--json")).lines();
    const question = { role: "user", status: "complete", model: null, text: "Hello?", reasoning: "" };
    const answer = { role: "assistant", status: "complete", model: "openai/gpt-4o-mini", text: SAID };
    expect(shown).toEqual([
      { id: expect.any(String), parent: null, ...question },
      { id: end?.message, parent: shown[0]?.id, ...answer, reasoning: THOUGHT },
    ]);
    expect((await world.run("chat", "list", "--json")).lines()).toEqual([
      expect.objectContaining({ id: end?.chat, title: expect.any(String) }),
    ]);
  });

  test("can be followed by a question, with the same model", async () => {
    const more = await world.run("ask", "--chat", String(end?.chat), "And then?", "--json");
    expect(more.lines().at(-1)).toMatchObject({ chat: end?.chat, model: "openai/gpt-4o-mini" });
    const path = await kept(end?.chat);
    expect(path.map(textOf)).toEqual(["Hello?", SAID, "And then?", SAID]);
    expect(path[2]?.metadata?.parentId).toBe(end?.message);
  });
});

test("without --json standard output is the answer's text and nothing else", async () => {
  world.upstream.script("reason", { text: "Just this.", reasoning: "Not this." });
  const { code, stdout, stderr } = await world.run("ask", "--model", "openai/reason", "Hello?");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Just this.\n" });
  expect(stderr).toContain("openai/reason");
  expect(stderr).not.toContain("Not this.");
});

test("Ctrl-C stops the vendor's stream, keeps the partial text and accounts for it", async () => {
  const asking = world.start("ask", "--model", `openai/${SLOW}`, "Go on for ever.", "--json");
  await asking.printed('"type":"text"');
  asking.child.kill("SIGINT");
  const stopped = await asking.ended;
  const end = stopped.lines().at(-1);
  expect(stopped.code).toBe(130);
  expect(end).toMatchObject({ type: "end", status: "stopped", error: null });
  const calls = world.upstream.calls.filter(({ model }) => model === SLOW);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.disconnectedAt).not.toBeNull();
  expect(calls[0]?.sentTokens).toBeLessThan(2000);

  const said = joined(stopped, "text");
  const answer = (await kept(end?.chat)).at(-1);
  expect(said).toMatch(/^w0 /);
  expect(textOf(answer)).toBe(said);
  expect(answer).toMatchObject({ id: end?.message, metadata: { status: "stopped" } });
  const rows = (await ledger()).filter(({ model }) => model === SLOW);
  expect(rows).toEqual([expect.objectContaining({ purpose: "chat", outcome: "stopped", usage: end?.usage })]);
});

test("a vendor's failure is told, ends with 1, and keeps the question", async () => {
  const failed = await world.run("ask", "--model", "openai/fault-rate_limit", "Hello?", "--json");
  const end = failed.lines().at(-1);
  expect(failed.code).toBe(1);
  expect(end).toMatchObject({ type: "end", status: "failed", error: { code: "vendor_rate_limited" } });
  expect(failed.stderr).toContain("limiting requests");
  const states = (await kept(end?.chat)).map(({ role, metadata }) => [role, metadata?.status]);
  expect(states).toEqual([
    ["user", "complete"],
    ["assistant", "failed"],
  ]);
});

test("a model that is not connected is no call, and has no row", async () => {
  const before = await ledger();
  const failed = await world.run("ask", "--model", "openai/gpt-99", "Hello?", "--json");
  expect(failed.code).toBe(1);
  expect(failed.lines().at(-1)).toMatchObject({ error: { code: "unknown_model" }, usage: null, cost: null });
  expect(failed.stderr).toContain("openai/gpt-99");
  expect(await ledger()).toEqual(before);
});
