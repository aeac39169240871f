import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCredential } from "@/db/queries/credentials";
import { upsertProvider } from "@/db/queries/providers";
import { listCatalogue } from "@/lib/catalogue/list-catalogue";
import { getPicker } from "@/lib/completion/get-picker";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { setPrice } from "@/lib/prices/set-price";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const MODEL = "gpt-4o-mini";

/** A team with a provider of OpenAI's and keys of these weights. */
async function teamWith(...weights: number[]): Promise<{ owner: Context; keys: string[] }> {
  const { teamId, as } = await newTeam(database.db);
  const [owner, providerId] = [await as("owner"), newId()];
  await upsertProvider(database.db, {
    ...{ teamId, id: providerId, vendor: "openai", name: "openai", source: "person" },
    models: [{ id: MODEL }],
  });
  const keys: string[] = [];
  for (const weight of weights) {
    const id = newId();
    await insertCredential(database.db, { teamId, providerId, id, weight });
    keys.push(id);
  }
  return { owner, keys };
}

const negotiate = (context: Context, credentialId: string | undefined, input: string) =>
  setPrice(context, {
    ...{ scope: "team", vendor: "openai", model: MODEL },
    ...(credentialId !== undefined && { credentialId }),
    terms: { currency: "USD", perMillion: { input, output: "0.4", cacheWrite: "0.2" } },
  });

async function shown(context: Context) {
  const { rows } = await listCatalogue(context, "en");
  const price = rows.find(({ vendor, id }) => vendor === "openai" && id === MODEL)?.price;
  const [picked] = (await getPicker(context, "en")).models;
  return { catalogue: price, picker: picked?.price };
}

test("the price that is shown is the one that was agreed for the only key in use", async () => {
  const { owner, keys } = await teamWith(1, 0);
  const [used, spare] = keys;
  await negotiate(owner, spare, "0.01");
  expect(await shown(owner)).toMatchObject({
    catalogue: { input: "0.15", varies: false },
    picker: { inputPerMillion: "0.15", varies: false },
  });
  await negotiate(owner, used, "0.12");
  expect(await shown(owner)).toMatchObject({
    catalogue: { input: "0.12", cacheWrite: "0.2", cacheWrite1h: null, varies: false },
    picker: { inputPerMillion: "0.12", outputPerMillion: "0.4", varies: false },
  });
});

test("keys that are charged differently make a price that varies, keys that are charged alike do not", async () => {
  const { owner, keys } = await teamWith(1, 3);
  await negotiate(owner, keys[0], "0.12");
  expect(await shown(owner)).toMatchObject({ catalogue: { varies: true }, picker: { varies: true } });
  await negotiate(owner, keys[1], "0.12");
  expect(await shown(owner)).toMatchObject({
    catalogue: { input: "0.12", varies: false },
    picker: { inputPerMillion: "0.12", varies: false },
  });
});

test("what a team agreed is its own", async () => {
  const { owner, keys } = await teamWith(1);
  await negotiate(owner, keys[0], "0.12");
  const other = await teamWith(1);
  expect((await shown(other.owner)).catalogue).toMatchObject({ input: "0.15", varies: false });
});
