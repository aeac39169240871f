import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

let world: CommandWorld;
beforeAll(async () => {
  world = await openCommandWorld(["gpt-4o-mini"]);
  const account = ["--email", "owner@example.com", "--password", "long enough", "--name", "Owner"];
  await succeed(world.run("user", "create", ...account, "--json"));
  await succeed(world.run("team", "create", "--name", "First", "--owner", "owner@example.com", "--json"));
});
afterAll(() => world.close());

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = join(world.env.WYE_DATA_DIR ?? "", name);
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const price = (request: number) => ({
  pricing_config: { pay_as_you_go: { request_token: { price: request }, response_token: { price: 0.0015 } } },
});

test("a file of the community is imported, and calls are priced by it", async () => {
  const file = await fileOf("anthropic.json", { "claude-of-tomorrow": price(0.0003), odd: price(-1) });
  const { code, stdout, stderr } = await world.run("catalogue", "import", file, "--format", "portkey");
  const prices = "1 new or changed, 0 as before, 0 ended, 0 announced and withdrawn";
  expect([code, stdout]).toEqual([0, `1 models. Prices: ${prices}.\n`]);
  expect(stderr).toContain("Refused: odd: price is negative: -1.");
  const usage = ["--usage", '{"input":1000}', "--json"];
  const quote = await succeed(
    world.run("price", "--vendor", "anthropic", "--model", "claude-of-tomorrow", ...usage),
  );
  expect(quote).toMatchObject({ cost: "0.003", currency: "USD" });
  expect(
    await succeed(world.run("catalogue", "import", file, "--format", "portkey", "--json")),
  ).toMatchObject({ models: 1, changed: 0, unchanged: 1, refused: [{ row: "odd" }] });
});

test("an import for one team is only that team's", async () => {
  const file = await fileOf("litellm.json", {
    "gpt-own": {
      litellm_provider: "openai",
      mode: "chat",
      input_cost_per_token: 1e-6,
      output_cost_per_token: 1e-6,
    },
  });
  const wanted = ["catalogue", "import", file, "--format", "litellm", "--team", "First", "--json"];
  expect(await succeed(world.run(...wanted))).toMatchObject({ models: 1, changed: 1 });
});

test("a file that is none, or that nobody can place, is named with what would be right", async () => {
  const broken = await fileOf("broken.json", "no json");
  const first = await world.run("catalogue", "import", broken, "--format", "models.dev");
  expect(first.code).toBe(1);
  expect(first.stderr).toContain("is no file of models.dev: the file is no JSON.");
  const nameless = await fileOf("prices.json", {});
  const second = await world.run("catalogue", "import", nameless, "--format", "portkey");
  expect(second.code).toBe(2);
  expect(second.stderr).toContain("--vendor");
  const unknown = ["--format", "portkey", "--vendor", "OpenAI"];
  const stranger = await world.run("catalogue", "import", nameless, ...unknown);
  expect(stranger.code).toBe(2);
  expect(stranger.stderr).toMatch(/--vendor.*OpenAI.*\bopenai, anthropic, google\b/);
  const needless = ["--format", "litellm", "--vendor", "openai"];
  const surplus = await world.run("catalogue", "import", nameless, ...needless);
  expect(surplus.code).toBe(2);
  expect(surplus.stderr).toContain("--vendor: a file of litellm says of each model whose it is");
  const third = await world.run("catalogue", "import", "/nowhere.json", "--format", "litellm");
  expect(third.code).toBe(1);
  expect(third.stderr).toContain("/nowhere.json cannot be read");
});
