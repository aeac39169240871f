import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/context";
import { createGroup } from "@/lib/groups/create-group";
import { newId } from "@/lib/ids";
import { newTeam, type TestTeam } from "../../support/team";
import { type CommandWorld, openCommandWorld } from "./command-world";
import type { Ran } from "./run-command";

let world: CommandWorld;
let team: TestTeam;
let owner: Context;
beforeAll(async () => {
  world = await openCommandWorld([]);
  team = await newTeam(world.db, "First");
  owner = await team.as("owner", { instanceAdmin: true });
});
afterAll(() => world.close());

const emailOf = ({ actor }: Context): string => `${actor.personId}@example.com`;

/** What it printed, once it has ended well. */
async function linesOf(running: Promise<Ran>): Promise<Record<string, unknown>[]> {
  const ran = await running;
  expect(ran).toMatchObject({ code: 0 });
  return ran.lines();
}

async function listFile(...lines: string[]): Promise<string> {
  const file = path.join(tmpdir(), `${newId()}.csv`);
  await writeFile(file, ["email,role,group", ...lines].join("\n"));
  return file;
}

describe("member import", () => {
  test("says with --dry-run what each line would do, and then does it, with a link for whoever is new", async () => {
    await createGroup(owner, "Class");
    const member = await team.as("member");
    const file = await listFile(`${emailOf(member)},guest,Class`, "new@example.com,,");
    const plan = [
      { line: 2, kind: "change", before: "member", role: "guest", group: "Class", problem: null },
      { line: 3, kind: "invite", email: "new@example.com", role: "member", link: null },
    ];
    const dry = await linesOf(world.run("member", "import", file, "--team", "First", "--dry-run", "--json"));
    expect(dry).toMatchObject(plan);
    const listed = () => linesOf(world.run("member", "list", "--search", emailOf(member), "--json"));
    expect(await listed()).toMatchObject([{ role: "member", groups: [] }]);
    const done = await linesOf(world.run("member", "import", file, "--json"));
    expect(done).toMatchObject([plan[0], { link: expect.stringContaining("/invite/") }]);
    expect(await listed()).toMatchObject([{ role: "guest", groups: ["Class"], suspended: false }]);
  });

  test("with a line that cannot be done does nothing and ends with 1, as for a file that is none", async () => {
    const bad = await world.run("member", "import", await listFile("nobody,,"), "--json");
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.lines()).toMatchObject([{ line: 2, kind: "error", problem: "email_invalid" }]);
    expect(await world.run("member", "import", "/no/such/file")).toMatchObject({ code: 1 });
  });
});

test("invite create tells the link, and refuses a group that is none", async () => {
  const made = await linesOf(world.run("invite", "create", "--role", "guest", "--group", "class", "--json"));
  expect(made).toMatchObject([{ link: expect.stringContaining("/invite/") }]);
  const none = await world.run("invite", "create", "--group", "No such group");
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("--group") });
  expect(await world.run("invite", "create", "--role", "owner")).toMatchObject({ code: 2 });
  const asMember = await world.run("invite", "create", "--as", emailOf(await team.as("member")));
  expect(asMember).toMatchObject({ code: 1 });
});
