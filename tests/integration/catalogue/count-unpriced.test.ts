import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCredential } from "@/db/queries/credentials";
import { upsertProvider } from "@/db/queries/providers";
import { countUnpriced } from "@/lib/catalogue/count-unpriced";
import { setModel } from "@/lib/catalogue/set-model";
import { newId } from "@/lib/ids";
import { setPrice } from "@/lib/prices/set-price";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** A team with a provider of OpenAI's under this name that lists these models. */
async function teamWith(name: string, ...models: string[]) {
  const team = await newTeam(database.db);
  const { teamId } = team;
  const id = newId();
  await upsertProvider(database.db, {
    ...{ teamId, id, vendor: "openai", name, source: "person" },
    models: models.map((model) => ({ id: model })),
  });
  await insertCredential(database.db, { teamId, providerId: id, id: newId(), weight: 1 });
  return { team, id };
}

test("a provider's models without a price are counted until they have one, or are hidden", async () => {
  const { team, id } = await teamWith("openai", "gpt-4o-mini", "house-1", "house-2", "house-3");
  const owner = await team.as("owner");
  expect((await countUnpriced(owner)).get(id)).toBe(3);
  const terms = { currency: "USD", perMillion: { input: "1", output: "2" } } as const;
  await setPrice(owner, { scope: "team", vendor: "openai", model: "house-1", terms });
  expect((await countUnpriced(owner)).get(id)).toBe(2);
  const hidden = { entry: {}, hidden: true };
  await setModel(owner, { scope: "team", vendor: "openai", model: "HOUSE-2", said: hidden });
  expect((await countUnpriced(owner)).get(id)).toBe(1);
  await setModel(owner, { scope: "team", vendor: "openai", model: "house-3", said: hidden });
  expect((await countUnpriced(owner)).has(id)).toBe(false);
});

test("another team's providers are not counted, and a member counts none", async () => {
  const { team } = await teamWith("openai", "house-9");
  const other = await newTeam(database.db);
  expect(await countUnpriced(await other.as("administrator"))).toEqual(new Map());
  await expect(countUnpriced(await team.as("member"))).rejects.toMatchObject({ code: "forbidden" });
});
