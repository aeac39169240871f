import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STEP_UP_ACTS } from "@/lib/permissions/step-up";
import type { Slot } from "./fill";
import { BUILD_LIMIT_MS, type IsolatedWorld, openIsolatedWorld } from "./isolated-world";
import { waysOf } from "./make-input";
import { findOperations } from "./operations";
import { seedTeam } from "./seed-team";

/** Each act of the table is asked of a real server by an owner whose session was begun long ago. */

let world: IsolatedWorld;
beforeAll(async () => {
  world = await openIsolatedWorld();
}, BUILD_LIMIT_MS);
afterAll(() => world?.close());

const marked = (await findOperations()).filter(({ shape }) => shape.stepUp !== undefined);

test("each act of the table is asked for somewhere", () => {
  expect([...new Set(marked.map(({ shape }) => shape.stepUp))].sort()).toEqual([...STEP_UP_ACTS].sort());
});

test.each(marked.flatMap(waysOf))(
  "$name is refused until who asks has shown again who they are",
  async (way) => {
    const mine = await seedTeam(world.db);
    const own = (slot: Slot) => mine.ids.get(slot.table) ?? "";
    await world.db.execute(
      sql`update session set created_at = now() - interval '16 minutes', proven_at = null`,
    );
    expect((await world.ask(way, mine, own)).code).toBe("step_up");
    await world.db.execute(sql`update session set proven_at = now()`);
    expect((await world.ask(way, mine, own)).code).not.toBe("step_up");
  },
);
