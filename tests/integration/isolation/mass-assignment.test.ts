import { getTableColumns, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { newId } from "@/lib/ids";
import { tablesOf } from "@/tests/architecture/team-tables";
import { BUILD_LIMIT_MS, type IsolatedWorld, openIsolatedWorld } from "./isolated-world";
import { waysOf } from "./make-input";
import { findOperations } from "./operations";
import { fingerprintOf, type SeededTeam, seedTeam } from "./seed-team";

/** Each operation of the sources is given, beside what it takes, a field for every column that any table has, with another
 *  team's ids and the highest rights in them. It may refuse them or pass over them. */

let world: IsolatedWorld;
beforeAll(async () => {
  world = await openIsolatedWorld();
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

const COLUMNS = new Set(tablesOf(schema).flatMap((table) => Object.keys(getTableColumns(table))));
const operations = await findOperations();

describe.each(operations.flatMap(waysOf))("$name", (way) => {
  const { shape } = way.operation;

  test.each(["owner", "member"])("as %s: no field but its own is set", async (role) => {
    const [mine, other] = [await seedTeam(world.db), await seedTeam(world.db)];
    await world.db.execute(sql`update membership set role = ${role} where team_id = ${mine.teamId}`);
    const before = await fingerprintOf(world.db, other);
    const rightsBefore = await rightsOf(mine);
    const extra = Object.fromEntries([...COLUMNS].map((name) => [name, wanted(name, other)]));
    const own = (slot: { isNew: boolean; table: string }) =>
      slot.isNew ? newId() : (mine.ids.get(slot.table) ?? "");
    await world.ask(way, mine, own, (input) => withExtra(input, shape.kind === "route", extra));
    expect(await fingerprintOf(world.db, other)).toBe(before);
    // Who leaves has fewer rights; nobody has other ones.
    const rights = await rightsOf(mine);
    expect(rightsBefore).toEqual(expect.arrayContaining(rights.filter((row) => row.team_id !== null)));
    expect(rights.every((row) => row.instance_admin === rightsBefore[0]?.instance_admin)).toBe(true);
  });
});

const HIGHEST: Readonly<Record<string, unknown>> = { role: "owner", instanceAdmin: true, manager: true };

function wanted(column: string, other: SeededTeam): unknown {
  if (column in HIGHEST) return HIGHEST[column];
  if (column === "teamId") return other.teamId;
  return other.ids.get(column.replace(/Id$/, "")) ?? other.personId;
}

/** Beside the fields of the input and of each object in it; what the input has keeps its value. */
function withExtra(value: unknown, isRoute: boolean, extra: Readonly<Record<string, unknown>>): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const inner = Object.entries(value).map(([name, part]) => [name, withExtra(part, false, extra)]);
  return { ...(isRoute ? {} : extra), ...Object.fromEntries(inner) };
}

/** What a team's people may do, and who they are. In a personal space of their own they are alone. */
async function rightsOf({ teamId, personId }: SeededTeam) {
  const rows = await world.db.execute(sql`
    select p.instance_admin, p.email, m.team_id, m.role, m.person_id
      from person p left join membership m on m.person_id = p.id left join team t on t.id = m.team_id
      where (p.id = ${personId} or m.team_id = ${teamId}) and t.kind is distinct from 'personal' order by m.team_id, p.id`);
  return [...rows];
}
