import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChainEntry } from "@/lib/audit/chain-entry";
import { hashEntry } from "@/lib/audit/encode-entry";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

const OWNER = "owner@example.com";
const KEY = "sk-a-secret-of-this-test";
let world: CommandWorld;
let team: string;

beforeAll(async () => {
  world = await openCommandWorld(["gpt-4o-mini"]);
  const given = ["--email", OWNER, "--password", "long enough", "--name", "Owner", "--json"];
  await succeed(world.run("user", "create", ...given));
  const made = await succeed(world.run("team", "create", "--name", "First", "--owner", OWNER, "--json"));
  team = String(made.id);
  const address = world.upstream.baseUrl("openai");
  const vendor = ["--instance", "--vendor", "openai", "--base-url", address, "--api-key", KEY, "--json"];
  await succeed(world.run("provider", "add", ...vendor));
  for (const mode of ["knowledge", "reasoning"]) {
    await succeed(
      world.run("mode", "set", "--mode", mode, "--models", "openai/gpt-4o-mini", "--as", OWNER, "--json"),
    );
  }
});
afterAll(() => world.close());

describe("audit", () => {
  test("list says who changed what, newest first, and how they came", async () => {
    const ran = await world.run("audit", "list", "--json");
    expect(ran.code).toBe(0);
    expect(ran.lines()).toMatchObject([
      { seq: 3, action: "mode.set", via: "cli", actor: { name: "Owner" } },
      { seq: 2, action: "mode.set", via: "cli" },
      { seq: 1, action: "team.create", via: "cli", actor: null, target: { id: team } },
    ]);
    const table = await world.run("audit", "list", "--action", "team.create");
    expect(table.stdout).toContain("team.create");
    expect(table.stdout).not.toContain("mode.set");
  });

  test("export is the whole chain, and alone enough to verify it", async () => {
    const ran = await world.run("audit", "export");
    const entries = ran.lines() as unknown as ChainEntry[];
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    let previous = "00".repeat(32);
    for (const entry of entries) {
      expect(entry.prevHash).toBe(previous);
      expect(hashEntry(entry)).toBe(entry.hash);
      previous = entry.hash;
    }
  });

  test("the instance's own entries are a chain of their own, without a secret", async () => {
    const ran = await world.run("audit", "verify", "--instance", "--json");
    const exported = await world.run("audit", "export", "--instance");
    expect(exported.lines()).toContainEqual(expect.objectContaining({ action: "provider.add" }));
    expect(exported.stdout).not.toContain(KEY);
    expect(ran.lines()).toEqual([{ ok: true, entries: exported.lines().length, broken: null }]);
  });

  test("a member may neither list nor export nor verify", async () => {
    const email = "member@example.com";
    await succeed(
      world.run("user", "create", "--email", email, "--password", "long enough", "--name", "Mira", "--json"),
    );
    await succeed(world.run("team", "add-member", "--email", email, "--role", "member", "--json"));
    for (const verb of ["list", "export", "verify"]) {
      const { code, stdout } = await world.run("audit", verb, "--as", email);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    }
  });

  test.each([
    ["--from", "2026-13-01"],
    ["--limit", "none"],
  ])("%s %s is wrong usage", async (flag, value) => {
    const { code, stderr } = await world.run("audit", "list", flag, value);
    expect(code).toBe(2);
    expect(stderr).toContain(flag);
  });

  test("verify succeeds, and names the first broken entry and exits 1 once one was changed", async () => {
    const before = await world.run("audit", "verify", "--json");
    expect({ code: before.code, lines: before.lines() }).toEqual({
      code: 0,
      lines: [{ ok: true, entries: 4, broken: null }],
    });
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(sql`update audit set after = '{}' where team_id = ${team} and seq = 2`);
    });
    const { code, stdout } = await world.run("audit", "verify");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^Entry 2 \([0-9a-f-]{36}\) is not as it was written\./);
    expect((await world.run("audit", "verify", "--json")).lines()).toMatchObject([
      { ok: false, entries: 1, broken: { seq: 2, reason: "changed" } },
    ]);
  });
});
