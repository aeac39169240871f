import { afterAll, beforeAll, expect, test } from "vitest";
import { findPersonByEmail } from "@/db/queries/people";
import { type CommandWorld, openCommandWorld, succeed } from "./command-world";

let world: CommandWorld;
const OWNER = "owner@example.com";
const MEMBER = "member@example.com";

beforeAll(async () => {
  world = await openCommandWorld([]);
  for (const email of [OWNER, MEMBER]) {
    const account = ["--email", email, "--password", "long enough", "--name", "Somebody"];
    await succeed(world.run("user", "create", ...account, "--json"));
  }
  await succeed(world.run("team", "create", "--name", "First", "--owner", OWNER, "--json"));
  await succeed(world.run("team", "add-member", "--team", "First", "--email", MEMBER, "--json"));
});
afterAll(() => world.close());

test("a team is deleted with a time of grace, asks nothing in it, and is had back", async () => {
  const refused = await world.run("team", "delete", "--team", "First", "--as", MEMBER);
  expect(refused.code).toBe(1);
  const deleted = await succeed(world.run("team", "delete", "--team", "First", "--json"));
  expect(deleted).toEqual({ id: expect.any(String), deletesAt: expect.stringMatching(/^\d{4}-.*Z$/) });
  expect((await world.run("ask", "--team", "First", "Anything?")).code).toBe(1);
  const restored = await succeed(world.run("team", "restore", "--team", "First", "--as", OWNER, "--json"));
  expect(restored).toEqual({ id: deleted.id, deletesAt: null });
});

test("a person is erased at their request by who administers the instance, and by nobody else", async () => {
  expect((await world.run("user", "erase", MEMBER, "--as", OWNER)).code).toBe(1);
  const lastOwner = await world.run("user", "erase", OWNER);
  expect(lastOwner.code).toBe(1);
  expect(lastOwner.stderr).toContain("First");
  const erased = await succeed(world.run("user", "erase", MEMBER, "--json"));
  expect(erased).toEqual({ id: expect.any(String), erased: true });
  expect(await findPersonByEmail(world.db, MEMBER)).toBeNull();
  expect((await world.run("user", "erase", MEMBER)).code).toBe(1);
});
