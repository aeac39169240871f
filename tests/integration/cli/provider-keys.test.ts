import { afterAll, beforeAll, expect, test } from "vitest";
import { listUsableCredentials } from "@/db/queries/credentials";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

const FIRST = "sk-first-0123456789-1111";
const SECOND = "sk-second-0123456789-2222";
/** Five commands, each a process. */
const LIMIT_MS = 240_000;
const THIRD = "sk-third-0123456789-3333";

let world: CommandWorld;
beforeAll(async () => {
  world = await openCommandWorld(["m1"]);
  await succeed(
    world.run(
      ...["provider", "add", "--instance", "--vendor", "openai-compatible", "--name", "p"],
      ...["--base-url", world.upstream.baseUrl("openai"), "--api-key", FIRST, "--json"],
    ),
  );
});
afterAll(() => world.close());

const change = (command: string, ...args: string[]) =>
  succeed(world.run("provider", command, "p", ...args, "--json"));

async function keys(): Promise<unknown> {
  const kept = await listUsableCredentials(world.db, INSTANCE_TEAM_ID);
  return kept.map(({ apiKeyLast4, weight }) => [apiKeyLast4, weight]);
}

test(
  "a provider's keys are added, weighed, replaced and revoked by command, and shown by their last four",
  async () => {
    await change("add-key", "--api-key", SECOND, "--weight", "3");
    expect(await keys()).toEqual([
      ["1111", 1],
      ["2222", 3],
    ]);
    await change("weigh-key", "1111", "--weight", "0");
    await change("rotate-key", "2222", "--api-key", THIRD);
    expect(await keys()).toEqual([
      ["1111", 0],
      ["3333", 3],
    ]);
    await change("remove-key", "1111");
    await change("rotate-key", "--api-key", SECOND);
    expect(await keys()).toEqual([["2222", 3]]);
  },
  LIMIT_MS,
);

test(
  "what is not clear or not possible is said, and changes nothing",
  async () => {
    const unclear = await world.run("provider", "rotate-key", "p", "9999", "--api-key", SECOND);
    expect(unclear).toMatchObject({ code: 1, stdout: "" });
    expect(unclear.stderr).toContain("2222");
    const only = await world.run("provider", "remove-key", "p", "2222");
    expect(only).toMatchObject({ code: 1, stdout: "" });
    const wrong = await world.run("provider", "weigh-key", "p", "2222", "--weight", "many");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain("--weight");
    expect(await keys()).toEqual([["2222", 3]]);
  },
  LIMIT_MS,
);
