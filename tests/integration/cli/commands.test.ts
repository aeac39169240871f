import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

const OWNER = "owner@example.com";
const MEMBER = "member@example.com";
const KEY = "sk-a-secret-of-this-test";

let world: CommandWorld;
let made: Record<"owner" | "member" | "team" | "added" | "provider", Record<string, unknown>>;

beforeAll(async () => {
  world = await openCommandWorld(["gpt-4o-mini", "reason-knowingly"]);
  const account = (email: string, name: string) =>
    succeed(
      world.run("user", "create", "--email", email, "--password", "long enough", "--name", name, "--json"),
    );
  const owner = await account(OWNER, "Owner");
  const member = await account(MEMBER, "Member");
  const team = await succeed(world.run("team", "create", "--name", "First", "--owner", OWNER, "--json"));
  const added = await succeed(
    world.run("team", "add-member", "--team", "First", "--email", MEMBER, "--json"),
  );
  const address = world.upstream.baseUrl("openai");
  const provider = await succeed(
    world.run(
      "provider",
      "add",
      "--instance",
      "--vendor",
      "openai",
      "--base-url",
      address,
      "--api-key",
      KEY,
      "--json",
    ),
  );
  made = { owner, member, team, added, provider };
});
afterAll(() => world.close());

describe("making things", () => {
  test("each command answers with what it made", () => {
    expect(made.owner).toMatchObject({ id: expect.any(String), email: OWNER });
    expect(made.team).toEqual({ id: expect.any(String), name: "First" });
    expect(made.added).toMatchObject({ id: made.team.id, name: "First", role: "member" });
    expect(made.provider).toMatchObject({
      id: expect.any(String),
      vendor: "openai",
      name: "openai",
      models: ["gpt-4o-mini", "reason-knowingly"],
    });
  });

  test("an owner who has no account is refused", async () => {
    const { code, stdout, stderr } = await world.run(
      "team",
      "create",
      "--name",
      "X",
      "--owner",
      "no@example.com",
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("no@example.com");
  });

  test("a value that only the use case can judge is wrong usage of its flag", async () => {
    const ran = await world.run(
      "user",
      "create",
      "--email",
      "nobody",
      "--password",
      "long enough",
      "--name",
      "N",
    );
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("--email");
  });

  test("the same e-mail again is refused", async () => {
    const args = ["user", "create", "--email", OWNER, "--password", "long enough", "--name", "N"];
    const { code, stderr } = await world.run(...args);
    expect(code).toBe(1);
    expect(stderr).toContain(OWNER);
  });
});

describe("providers", () => {
  test("the list shows what is connected, and of the key only its end", async () => {
    const { stdout, lines } = await world.run("provider", "list", "--json");
    expect(lines()).toEqual([
      expect.objectContaining({
        id: made.provider.id,
        vendor: "openai",
        name: "openai",
        scope: "instance",
        error: null,
      }),
    ]);
    expect(stdout).not.toContain(KEY);
  });

  test("a key that the vendor rejects is not kept, and is told", async () => {
    const address = world.upstream.baseUrl("openai");
    const ran = await world.run(
      ...["provider", "add", "--instance", "--vendor", "openai", "--name", "bad", "--base-url", address],
      ...["--api-key", "bad-key"],
    );
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("rejected the key");
  });

  test("a team's private host must be allowed first", async () => {
    const add = [
      ...["provider", "add", "--team", "First", "--vendor", "openai-compatible", "--name", "own"],
      ...["--base-url", world.upstream.baseUrl("openai"), "--json"],
    ];
    const refused = await world.run(...add);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("localhost");
    expect(await succeed(world.run("host", "allow", world.upstream.host, "--json"))).toEqual({
      hosts: [world.upstream.host],
    });
    expect(await succeed(world.run(...add))).toMatchObject({ name: "own", vendor: "openai-compatible" });
  });

  test("a test tries the vendor, and its failure is the command's", async () => {
    expect(await succeed(world.run("provider", "test", "openai", "--json"))).toMatchObject({
      name: "openai",
      ok: true,
    });
    const { code, stderr } = await world.run("provider", "test", "nothing");
    expect(code).toBe(1);
    expect(stderr).toContain("openai");
  });
});

describe("acting as a person", () => {
  test("a member may not connect a provider", async () => {
    const ran = await world.run("provider", "add", "--vendor", "demo", "--as", MEMBER, "--json");
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("role does not allow");
  });

  test("a team they are not in is none", async () => {
    await succeed(world.run("team", "create", "--name", "Other", "--owner", OWNER, "--json"));
    const ran = await world.run("chat", "list", "--as", MEMBER, "--team", "Other");
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("--team");
  });

  test("only the instance administrator sees every team's usage", async () => {
    expect((await world.run("usage", "list", "--instance", "--as", OWNER)).code).toBe(1);
    expect((await world.run("usage", "list", "--instance", "--json")).code).toBe(0);
  });
});

describe("modes", () => {
  test("a team's models are kept in their order, as the provider writes them", async () => {
    const models = ["openai/gpt-4o-mini", "openai/reason-knowingly"];
    const set = ["mode", "set", "--mode", "reasoning", "--models", models.join(",").toUpperCase(), "--json"];
    expect(await succeed(world.run(...set))).toEqual({ mode: "reasoning", models });
    const shown = (await world.run("mode", "show", "--json")).lines();
    expect(shown.map(({ mode }) => mode)).toEqual(["knowledge", "reasoning"]);
    expect(shown[1]).toMatchObject({ models, stated: true });
    expect(shown[0]).toMatchObject({ stated: false });
  });

  test("a model that is not connected is refused by its name", async () => {
    const { code, stderr } = await world.run(
      "mode",
      "set",
      "--mode",
      "reasoning",
      "--models",
      "openai/gpt-99",
    );
    expect(code).toBe(1);
    expect(stderr).toContain("openai/gpt-99");
  });
});

describe("price", () => {
  const price = (...args: string[]) =>
    world.run("price", "--vendor", "openai", "--at", "2025-01-01", ...args);

  test("is exact to the last digit", async () => {
    const usage = '{"input":1234,"cacheRead":0,"output":1}';
    expect(await succeed(price("--model", "gpt-4o-mini", "--usage", usage, "--json"))).toMatchObject({
      cost: "0.0001857",
      currency: "USD",
      buckets: { input: 1234, cacheRead: 0, cacheWrite: 0, output: 1, reasoning: 0 },
      rates: { input: "0.15", output: "0.6" },
      version: expect.any(String),
    });
  });

  test("is what was set from its day on; for a team, before what was set for all; without a cache's price, the input's", async () => {
    const model = ["--vendor", "openai", "--model", "gpt-4o-mini"];
    const set = (...args: string[]) =>
      world.run("price", "set", ...model, "--currency", "usd", "--json", ...args);
    const given = await succeed(set("--input", "0.1", "--output", "0.2", "--from", "2025-02-01"));
    expect(given).toMatchObject({
      currency: "USD",
      perMillionMicro: { input: "100000", output: "200000", cacheRead: "100000", reasoning: "200000" },
      billedAs: { cacheRead: "input", reasoning: "output" },
    });
    const million = ["--usage", '{"input":1000000,"cacheRead":1000000}', "--json"];
    const on = async (day: string) =>
      (await succeed(world.run("price", ...model, "--at", day, ...million))).cost;
    expect(await on("2025-01-31")).toBe("0.225");
    expect(await on("2025-02-01")).toBe("0.2");
    await succeed(set("--input", "1", "--output", "1", "--from", "2025-02-01", "--team", "First"));
    expect(await on("2025-02-01")).toBe("2");
  });

  test("that is negative, too fine or without a currency is refused, and the flag named", async () => {
    const set = (...args: string[]) =>
      world.run("price", "set", "--vendor", "openai", "--model", "m", "--output", "1", ...args);
    for (const [flag, args] of [
      ["--input", ["--currency", "USD", "--input", "-1"]],
      ["--currency", ["--currency", "dollars", "--input", "1"]],
      ["--terms", ["--currency", "USD", "--input", "1", "--terms", '{"tiers":[{"above":-1}]}']],
    ] as const) {
      const { code, stderr } = await set(...args);
      expect(code, flag).toBe(2);
      expect(stderr).toContain(flag);
    }
    const { code, stderr } = await set("--currency", "USD", "--input", "0.0000001");
    expect([code, stderr]).toEqual([2, expect.stringContaining("6 digits")]);
  });

  test("that nobody knows is none, which is not zero", async () => {
    const { code, lines, stderr } = await price("--model", "gpt-99", "--usage", "{}", "--json");
    expect(code).toBe(1);
    expect(lines()).toEqual([expect.objectContaining({ cost: null, currency: null })]);
    expect(stderr).toContain("openai/gpt-99");
  });
});
