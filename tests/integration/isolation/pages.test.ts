import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { BUILD_LIMIT_MS, type IsolatedWorld, openIsolatedWorld } from "./isolated-world";
import { findPagePlaces } from "./pages";
import { fingerprintOf, ID_TABLES, seedTeam } from "./seed-team";

/** Each page whose address can name a row is opened with another team's: it says what it says of one that nobody has. */

let world: IsolatedWorld;
beforeAll(async () => {
  world = await openIsolatedWorld();
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

describe.each(findPagePlaces())("$name", ({ address, table }) => {
  test("of another team looks like one that nobody has", async () => {
    const other = await seedTeam(world.db);
    const unknown = new Map([...ID_TABLES].map((name) => [name, newId()]));
    const before = await fingerprintOf(world.db, other);
    const open = async (ids: ReadonlyMap<string, string>) => {
      const mine = await seedTeam(world.db);
      const { status, body } = await world.open(address(ids.get(table) ?? ""), mine.session);
      return { status, says: saidBy(body, mine.name) };
    };
    const theirs = await open(other.ids);
    expect(theirs).toEqual(await open(unknown));
    for (const [name, id] of other.ids) if (name !== table) expect(theirs.says).not.toContain(id);
    expect(await fingerprintOf(world.db, other)).toBe(before);
  });
});

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The words of a page, but for what is the reader's own. */
function saidBy(html: string, team: string): string {
  return html
    .replaceAll(/<(script|style|template)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(team, "TEAM")
    .replaceAll(ID, "ID")
    .replaceAll(/\s+/g, " ");
}
