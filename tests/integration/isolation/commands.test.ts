import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { makeProgram } from "@/scripts/cli/program";
import { reportError } from "@/scripts/cli/report-error";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type StatementProxy, startStatementProxy } from "@/tests/support/statement-proxy";
import { setTestSecrets } from "@/tests/support/test-environment";
import { capture } from "./capture";
import { namingOf, plainOf } from "./command-places";
import { type FoundCommand, findCommands, type Place } from "./commands";
import { fingerprintOf, ID_TABLES, type SeededTeam, seedTeam } from "./seed-team";

/** Each command is run as the owner of a team, with what names another team's row in each place that can name one. What it
 *  prints, and what it asks of the database, must be as for a name that nobody has. */

let database: FreshDatabase;
let proxy: StatementProxy;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
  proxy = await startStatementProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  await proxy?.close();
  await database?.drop();
});

/** Not a person's to run: they act on the machine, whoever asks. */
const OF_THE_MACHINE = new Set(["db url", "doctor"]);
/** Reads standard input, which this process has none of; what names a team is resolved as for the others. */
const READS_INPUT = new Set(["route"]);

/** Narrows a list: what it does not find is an empty list, and no failure. */
const NARROWS = new Set(["audit list --person", "audit list --target", "usage list --key"]);

interface Case {
  command: FoundCommand;
  name: string;
  place: Place;
  naming: (ids: ReadonlyMap<string, string>) => string;
}

const commands = (await findCommands()).filter(({ name }) => !OF_THE_MACHINE.has(name));
const cases: Case[] = commands.flatMap((command) =>
  command.places.flatMap((place) => {
    if (!place.takesValue || place.name === "--as") return [];
    const naming = namingOf(command.words[0] ?? "", place.name);
    return naming && !READS_INPUT.has(command.name)
      ? [{ command, place, naming, name: `${command.name} ${place.name}` }]
      : [];
  }),
);

test("each command acts as the person who is named", () => {
  const without = commands.filter(({ places }) => !places.some(({ name }) => name === "--as"));
  expect(without.map(({ name }) => name)).toEqual([]);
});

describe.each(cases)("$name", ({ command, place, naming }) => {
  test("of another team is like one that nobody has", async () => {
    const other = await seedTeam(database.db);
    const before = await fingerprintOf(database.db, other);
    const unknown = new Map([...ID_TABLES].map((table) => [table, newId()]));
    const theirs = await run(command, await seedTeam(database.db), place, naming(other.ids));
    const nobodys = await run(command, await seedTeam(database.db), place, naming(unknown));
    expect(theirs).toEqual(nobodys);
    expect(await fingerprintOf(database.db, other)).toBe(before);
    if (NARROWS.has(`${command.name} ${place.name}`)) return;
    expect(theirs.code).toBe(1);
    // Otherwise it fails before it looks.
    const mine = await seedTeam(database.db);
    const own = await run(command, mine, place, naming(mine.ids));
    expect(own.printed).not.toBe(theirs.printed);
  });
});

const NAMES = /([gp]-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function run(command: FoundCommand, mine: SeededTeam, place: Place, value: string) {
  const args = argumentsOf(command, mine, place, value);
  proxy.take();
  const { code, printed } = await capture(async () => {
    try {
      await (await makeProgram(args)).parseAsync(args, { from: "user" });
      return Number(process.exitCode ?? 0);
    } catch (error) {
      return reportError(error);
    } finally {
      process.exitCode = undefined;
    }
  });
  return { code, printed: printed.replaceAll(NAMES, "NAME"), statements: proxy.take().toSorted() };
}

function argumentsOf(
  { words, places }: FoundCommand,
  mine: SeededTeam,
  place: Place,
  value: string,
): string[] {
  const [noun = ""] = words;
  const given = places.flatMap((one) => {
    if (one === place) return one.isFlag ? [one.name, value] : [value];
    const isBefore = !one.isFlag && !place.isFlag && places.indexOf(one) < places.indexOf(place);
    if (!one.isRequired && !isBefore && one.name !== "--team") return [];
    const naming = namingOf(noun, one.name);
    const text = naming ? naming(mine.ids) : plainOf(noun, one.name);
    return one.isFlag ? [one.name, text] : [text];
  });
  return [...words, ...given, "--as", mine.email, "--json"];
}
