import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, legalHold, person } from "@/db/schema";
import { newId } from "@/lib/ids";
import { erasePerson } from "@/lib/privacy/erase-person";
import { finishErasures } from "@/lib/privacy/finish-erasures";
import { exportTeam } from "@/lib/teams/export-team";
import { makeProgram } from "@/scripts/cli/program";
import { reportError } from "@/scripts/cli/report-error";
import { sourceFiles } from "@/tests/architecture/source-files";
import { readArchive } from "@/tests/support/read-archive";
import { asInstance } from "@/tests/support/team";
import { capture } from "./capture";
import { findCommands } from "./commands";
import { contextOf, seedTraced, type Traced } from "./erased-person";
import { BUILD_LIMIT_MS, type IsolatedWorld, openIsolatedWorld } from "./isolated-world";
import { waysOf } from "./make-input";
import { findOperations, routePath } from "./operations";
import { type SeededTeam, seedTeam } from "./seed-team";

/** Somebody who has left a trace in every table is erased: every page, every list and every export that shows people is
 *  there as before, without their name or address, at once and when what they wrote is removed. */

let world: IsolatedWorld;
let mine: SeededTeam;
let traced: Traced;
beforeAll(async () => {
  world = await openIsolatedWorld();
  process.env.DATABASE_URL = world.url;
  mine = await seedTeam(world.db);
  // A hold that stands would keep the person from being erased.
  await world.db.update(legalHold).set({ liftedAt: new Date() });
  await world.db.update(person).set({ instanceAdmin: true }).where(eq(person.id, mine.personId));
  traced = await seedTraced(world.db, mine);
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

/** Each page, with the rows of who looks where an address names one. */
const pages = sourceFiles(/^app\/(.+\/)?page\.tsx$/).map(({ path }) => routePath(path));
const addressOf = (page: string): string => page.replace("[chatId]", mine.ids.get("chat") ?? "");

/** For who is signed in, or who administers: they must be there. */
const INSIDE = sourceFiles(/^app\/\((chat|account|team|admin)\)\/(.+\/)?page\.tsx$/).map(({ path }) =>
  routePath(path),
);

/** What lists: routes that are read, and the actions that pages load more with. */
const reads = (await findOperations())
  .flatMap(waysOf)
  .filter(({ operation: { exportedName, shape } }) =>
    shape.kind === "route" ? exportedName === "GET" : /^(load|find|list|get|search)/.test(exportedName),
  );
const lists = (await findCommands()).filter(({ words }) =>
  /^(list|show|corrections)$/.test(words.at(-1) ?? ""),
);

async function tell(): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const page of pages) {
    const { status, body } = await world.open(addressOf(page), mine.session);
    if (INSIDE.includes(page)) expect(`${page} ${status}`).toBe(`${page} 200`);
    expect(status, page).toBeLessThan(500);
    told.set(page, body);
  }
  for (const way of reads) {
    const { code, body } = await world.ask(way, mine, ({ table }) => mine.ids.get(table) ?? newId());
    expect(`${way.name} ${code}`).not.toBe(`${way.name} internal`);
    told.set(way.name, body);
  }
  for (const { words, places } of lists) {
    const team = places.some(({ name }) => name === "--team") ? ["--team", mine.teamId] : [];
    const ids = places.filter(({ isFlag }) => !isFlag).map(() => mine.ids.get("chat") ?? "");
    told.set(`wye ${words.join(" ")}`, await run([...words, ...ids, ...team, "--as", mine.email, "--json"]));
  }
  const archive = await readArchive(await exportTeam(contextOf(world.db, mine)));
  told.set("export", JSON.stringify([...archive]));
  return told;
}

async function run(args: string[]): Promise<string> {
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
  expect(code, `${args.join(" ")}: ${printed}`).toBe(0);
  return printed;
}

/** Where a text is found, whatever its case. */
const placesOf = (told: Map<string, string>, text: string): string[] =>
  [...told].flatMap(([place, body]) => (body.toLowerCase().includes(text.toLowerCase()) ? [place] : []));

test("nothing that shows people shows who was erased, or breaks for want of them", {
  timeout: 600_000,
}, async () => {
  const before = placesOf(await tell(), traced.marker);
  // Were they shown nowhere, not to find them would say nothing.
  for (const place of [
    "/people",
    "/audit",
    "/usage",
    "/people/invitations",
    "/admin/people",
    "wye member list",
  ])
    expect(before).toContain(place);

  await erasePerson(asInstance(world.db), traced.personId);
  const held = newId();
  await world.db
    .insert(legalHold)
    .values({ teamId: mine.teamId, id: held, scope: "person", subjectId: traced.personId });
  const atOnce = await tell();
  expect(placesOf(atOnce, traced.marker)).toEqual([]);
  expect(placesOf(atOnce, `erased:${traced.personId}`)).toEqual([]);
  for (const place of ["/usage", "/audit", "/people/invitations", "/team/retention"])
    expect(placesOf(atOnce, "Erased person"), place).toContain(place);

  await world.db.update(legalHold).set({ liftedAt: new Date() }).where(eq(legalHold.id, held));
  // A call that was open would be waited for.
  await world.db.delete(call).where(eq(call.personId, traced.personId));
  await finishErasures(world.db);
  expect(await world.db.select().from(person).where(eq(person.id, traced.personId))).toEqual([]);
  const atLast = await tell();
  expect(placesOf(atLast, traced.marker)).toEqual([]);
  expect(placesOf(atLast, traced.written)).toEqual([]);
});
