import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { setting } from "@/db/schema/setting";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";

const opened: FreshDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});

async function open(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  opened.push(database);
  return database;
}

test("a fresh database is migrated, empty, and nobody else's", async () => {
  const [mine, other] = [await open(), await open()];
  await mine.db.insert(setting).values({ key: "here", value: true });
  expect(await mine.db.select().from(setting)).toHaveLength(1);
  expect(await other.db.select().from(setting)).toEqual([]);
});

test("a dropped database is gone", async () => {
  const [kept, dropped] = [await open(), await freshDatabase()];
  const name = new URL(dropped.url).pathname.slice(1);
  const find = sql`select datname from pg_database where datname = ${name}`;
  expect(await kept.db.execute(find)).toHaveLength(1);
  await dropped.drop();
  expect(await kept.db.execute(find)).toHaveLength(0);
});
