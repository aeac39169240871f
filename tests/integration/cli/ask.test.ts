import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";
import type { Ran } from "./run-command";

const EMAIL = "owner@example.com";
const SLOW = "slow-tokens-2000-pace-20";

let world: CommandWorld;

beforeAll(async () => {
  world = await openCommandWorld(["gpt-4o-mini", "reason", SLOW, "fault-rate_limit"]);
  const person = ["--email", EMAIL, "--password", "long enough", "--name", "Owner"];
  await succeed(world.run("user", "create", ...person, "--json"));
  await succeed(world.run("team", "create", "--name", "First", "--owner", EMAIL, "--json"));
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
const usageRows = async (...args: string[]) => (await world.run("usage", "list", "--json", ...args)).lines();

test("an answer comes part by part, is kept, and costs what its price says", async () => {
  world.upstream.script("gpt-4o-mini", {
    reasoning: "Let me think.",
    inputTokens: 1234,
    cacheReadTokens: 1000,
  });
  const asked = await world.run("ask", "--model", "openai/gpt-4o-mini", "Hello?", "--json");
  expect(asked).toMatchObject({ code: 0, stderr: "" });
  const lines = asked.lines();
  const end = lines.at(-1);
  expect(lines[0]).toEqual({ type: "start", model: "openai/gpt-4o-mini", mode: null });
  expect(joined(asked, "reasoning")).toBe("Let me think.");
  expect(joined(asked, "text")).toBe("Hello from the upstream, word by word.");
  const call = world.upstream.calls.find(
    ({ model, body }) => model && JSON.stringify(body).includes("Hello?"),
  );
  expect(end).toMatchObject({
    type: "end",
    status: "complete",
    model: "openai/gpt-4o-mini",
    usage: call?.billed,
  });

  const usage = JSON.stringify(end?.usage);
  const today = new Date().toISOString().slice(0, 10);
  const price = [
    "price",
    "--vendor",
    "openai",
    "--model",
    "gpt-4o-mini",
    "--at",
    today,
    "--usage",
    usage,
    "--json",
  ];
  const { cost, currency } = await succeed(world.run(...price));
  expect(end).toMatchObject({ cost, currency, costStatus: "exact" });

  const rows = await usageRows();
  expect(rows.map(({ purpose }) => purpose)).toEqual(["title", "chat"]);
  expect(rows[1]).toEqual({
    id: expect.any(String),
    at: expect.stringMatching(/Z$/),
    team: "First",
    user: EMAIL,
    vendor: "openai",
    model: "gpt-4o-mini",
    mode: null,
    purpose: "chat",
    outcome: "complete",
    status: "exact",
    usage: end?.usage,
    cost,
    currency,
    ttftMs: expect.any(Number),
    durationMs: expect.any(Number),
  });

  const shown = (await world.run("chat", "show", String(end?.chat), "--json")).lines();
  expect(shown).toEqual([
    {
      id: expect.any(String),
      parent: null,
      role: "user",
      status: "complete",
      model: null,
      text: "Hello?",
      reasoning: "",
    },
    {
      id: end?.message,
      parent: shown[0]?.id,
      role: "assistant",
      status: "complete",
      model: "openai/gpt-4o-mini",
      text: "Hello from the upstream, word by word.",
      reasoning: "Let me think.",
    },
  ]);
  expect((await world.run("chat", "list", "--json")).lines()).toEqual([
    expect.objectContaining({ id: end?.chat, title: expect.any(String) }),
  ]);

  const more = await world.run("ask", "--chat", String(end?.chat), "And then?", "--json");
  expect(more.lines().at(-1)).toMatchObject({ chat: end?.chat, model: "openai/gpt-4o-mini" });
  const path = (await world.run("chat", "show", String(end?.chat), "--json")).lines();
  expect(path.map(({ text }) => text)).toEqual(["Hello?", shown[1]?.text, "And then?", expect.any(String)]);
  expect(path[2]?.parent).toBe(end?.message);
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
  expect(stopped.code).toBe(130);
  const end = stopped.lines().at(-1);
  expect(end).toMatchObject({ type: "end", status: "stopped", costStatus: expect.any(String) });
  const calls = world.upstream.calls.filter(({ model }) => model === SLOW);
  expect(calls).toHaveLength(1);
  expect(calls[0]?.disconnectedAt).not.toBeNull();
  expect(calls[0]?.sentTokens).toBeLessThan(2000);

  const said = joined(stopped, "text");
  expect(said).toMatch(/^w0 /);
  const shown = (await world.run("chat", "show", String(end?.chat), "--json")).lines();
  expect(shown.at(-1)).toMatchObject({ id: end?.message, status: "stopped", text: said });
  const rows = (await usageRows()).filter(({ model }) => model === SLOW);
  expect(rows).toEqual([expect.objectContaining({ outcome: "stopped", usage: end?.usage })]);
});

test("a vendor's failure is told, ends with 1, and keeps the question", async () => {
  const failed = await world.run("ask", "--model", "openai/fault-rate_limit", "Hello?", "--json");
  expect(failed.code).toBe(1);
  const end = failed.lines().at(-1);
  expect(end).toMatchObject({ type: "end", status: "failed", error: { code: "vendor_rate_limited" } });
  expect(failed.stderr).toContain("limiting requests");
  const shown = (await world.run("chat", "show", String(end?.chat), "--json")).lines();
  expect(shown.map(({ role, status }) => [role, status])).toEqual([
    ["user", "complete"],
    ["assistant", "failed"],
  ]);
});

test("a model that is not connected is no call, and has no row", async () => {
  const before = await usageRows();
  const failed = await world.run("ask", "--model", "openai/gpt-99", "Hello?", "--json");
  expect(failed.code).toBe(1);
  expect(failed.lines().at(-1)).toMatchObject({ error: { code: "unknown_model" }, cost: null });
  expect(failed.stderr).toContain("openai/gpt-99");
  expect(await usageRows()).toEqual(before);
});

test("the newest calls come first, as many as are asked for, from when is asked", async () => {
  const all = await usageRows();
  expect(all.map(({ id }) => id)).toEqual(
    all
      .map(({ id }) => String(id))
      .toSorted()
      .reverse(),
  );
  expect(await usageRows("--limit", "1")).toEqual(all.slice(0, 1));
  expect(await usageRows("--since", String(all[1]?.at))).toEqual(all.slice(0, 2));
  expect(await usageRows("--since", "2999-01-01")).toEqual([]);
});
