import { isDeepStrictEqual } from "node:util";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "@/db/schema";
import {
  BUILD_LIMIT_MS,
  type IsolatedWorld,
  openIsolatedWorld,
} from "@/tests/integration/isolation/isolated-world";
import { type SeededTeam, seedTeam } from "@/tests/integration/isolation/seed-team";
import { seedMembers } from "@/tests/support/seed-members";

const MEMBERS = 10_000;
const GROUPS = 200;
const ENTRIES = 10_000;
const SMALL = 60;
const TRIES = 6;
/** Of a page with all that its scripts are given, before it is compressed. */
const MOST_BYTES = 600_000;

let world: IsolatedWorld;
let small: SeededTeam;
let large: SeededTeam;
beforeAll(async () => {
  world = await openIsolatedWorld();
  small = await seeded(SMALL, 2, SMALL);
  large = await seeded(MEMBERS, GROUPS, ENTRIES);
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

/** A team whose owner administers the installation. */
async function seeded(members: number, groups: number, entries: number): Promise<SeededTeam> {
  const team = await seedTeam(world.db);
  await world.db.update(person).set({ instanceAdmin: true }).where(eq(person.id, team.personId));
  await seedMembers(world.db, team.teamId, { members, groups });
  await world.db.execute(sql`
    select audit_append(${team.teamId}::uuid, gen_random_uuid(), ${team.personId}::uuid, 'web', 'member.change',
      't' || n, 'r', '{"role": "member"}', '{"role": "guest"}', '{}')
    from generate_series(1, ${entries}::int) n`);
  return team;
}

test.each([
  "/people",
  "/people?search=person",
  "/people/groups",
  "/people/invitations",
  "/people/roles",
  "/audit",
  "/usage",
  "/keys",
  "/team/access",
  "/team/retention",
  "/admin",
  "/admin/people",
  "/admin/audit",
  "/admin/health",
])("%s of ten thousand members asks for no more than of sixty, and stays small", async (path) => {
  // What is read once and kept is read by the first.
  await world.open(path, small.session);
  let [few, many] = await openBoth(path);
  // A job that ran meanwhile asks too.
  for (let tries = 1; tries < TRIES && !isDeepStrictEqual(askedIn(few), askedIn(many)); tries++)
    [few, many] = await openBoth(path);
  expect([few.status, many.status]).toEqual([200, 200]);
  expect(askedIn(few).length).toBeGreaterThan(2);
  expect(askedIn(many)).toEqual(askedIn(few));
  expect(many.body.length).toBeLessThan(MOST_BYTES);
});

const openBoth = async (path: string) =>
  [await world.open(path, small.session), await world.open(path, large.session)] as const;

/** What a page asks, each statement by its shape: jobs left out, and what a session notes of itself. */
function askedIn({ statements }: { statements: readonly string[] }): string[] {
  return statements
    .filter((statement) => !BESIDE.test(statement))
    .map(shapeOf)
    .toSorted();
}

const BESIDE =
  /^(begin|commit)|\b(from|into|update) "?(replica|mail|run|call|email_token)\b|^update "session"|\bpg_/i;
/** How many ids a list has is how many a page shows. */
const shapeOf = (statement: string): string => statement.replaceAll(/\$\d+(, \$\d+)*/g, "$");
