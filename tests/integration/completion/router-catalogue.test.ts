import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCredential, type UsableCredential, updateCredential } from "@/db/queries/credentials";
import { upsertProvider } from "@/db/queries/providers";
import { backgroundIdle } from "@/lib/background";
import { describeModel } from "@/lib/catalogue/describe-model";
import { readOffers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import { routerHealth } from "@/lib/completion/router-health";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { setPrice } from "@/lib/prices/set-price";
import { recordHealth } from "@/lib/providers/record-health";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { recordCall } from "@/tests/support/record-call";
import { newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const NOW = new Date();
const MINUTE_MS = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

async function connect(owner: Context, vendor: string, models: string[], baseUrl: string | null = null) {
  const { teamId } = owner.actor;
  const id = newId();
  await upsertProvider(database.db, {
    ...{ teamId, id, vendor, name: vendor, baseUrl, source: "person" as const },
    ...{ models: models.map((model) => ({ id: model })), modelsListedAt: NOW },
  });
  return id;
}
async function addKey(owner: Context, providerId: string, weight = 100): Promise<UsableCredential> {
  const row = { teamId: owner.actor.teamId, id: newId(), providerId, weight };
  await insertCredential(database.db, row);
  const { credentials } = await offersOf(owner);
  const found = credentials.find(({ id }) => id === row.id);
  if (!found) throw new Error("the key is gone");
  return found;
}
const newOwner = async () => (await newTeam(database.db)).as("owner");
const offersOf = ({ actor }: Context) => readOffers(database.db, actor.teamId);
const catalogueOf = async (owner: Context, now = NOW) => routerCatalogue(await offersOf(owner), now);

test("a candidate has what the catalogue knows of a model, and where its vendor keeps what it is sent", async () => {
  const owner = await newOwner();
  await connect(owner, "openai", ["gpt-4o"]);
  await connect(owner, "openrouter", ["openai/gpt-4o:free"]);
  await connect(owner, "deepseek", ["deepseek-chat"]);
  await connect(owner, "ollama", ["never-heard-of"], "http://localhost:11434/v1");
  const { candidates } = await catalogueOf(owner);
  const of = (provider: string) => candidates.find((one) => one.provider === provider);
  expect(of("openai")).toMatchObject({
    abilities: describeModel("openai", "gpt-4o"),
    contextLength: 128_000,
    takesImages: true,
    residency: "elsewhere",
    rate: { currency: "USD" },
    demo: false,
  });
  expect(of("openrouter")?.sameAs).toBe(of("openai")?.sameAs);
  expect(of("deepseek")?.residency).toBe("mainland-china");
  expect(of("ollama")).toMatchObject({ residency: "local", takesImages: false, rate: null });
});

test("the modes' lists are the team's own, or Wye's", async () => {
  const owner = await newOwner();
  await connect(owner, "openai", ["gpt-4o", "o3"]);
  await setModeModels(owner, { mode: "knowledge", models: ["openai/o3"] });
  const { preferences } = await catalogueOf(owner);
  expect(preferences.knowledge).toEqual(["openai/o3"]);
  expect(preferences.reasoning).toContain("openai/o3");
  expect(preferences.reasoning.length).toBeGreaterThan(1);
});

test("it is the same object until something of it changes, and a circuit does not", async () => {
  const owner = await newOwner();
  const key = await addKey(owner, await connect(owner, "openai", ["gpt-4o"]));
  const first = await catalogueOf(owner);
  expect(await catalogueOf(owner, later(2))).toBe(first);
  await fail(key, 3);
  expect(await catalogueOf(owner)).toBe(first);
  await connect(owner, "groq", ["m"]);
  expect(await catalogueOf(owner)).not.toBe(first);
});

test("a price that begins is seen within the minute", async () => {
  const owner = await newOwner();
  await connect(owner, "openai", ["gpt-4o"]);
  const terms = { currency: "USD", perMillion: { input: "7", output: "8" } };
  await setPrice(owner, { scope: "team", vendor: "openai", model: "gpt-4o", terms, validFrom: later(10) });
  const inputAt = async (now: Date) =>
    (await catalogueOf(owner, now)).candidates[0]?.rate?.perMillionMicro.input;
  expect(await inputAt(NOW)).not.toBe(7_000_000n);
  expect(await inputAt(later(11))).toBe(7_000_000n);
});

test("of several keys the one that most calls go through says the price", async () => {
  const owner = await newOwner();
  const providerId = await connect(owner, "openai", ["gpt-4o"]);
  await addKey(owner, providerId, 1);
  const { id: credentialId } = await addKey(owner, providerId, 50);
  const terms = { currency: "USD", perMillion: { input: "5", output: "8" } };
  await setPrice(owner, {
    scope: "team",
    vendor: "openai",
    model: "gpt-4o",
    terms,
    credentialId,
    validFrom: NOW,
  });
  const inputOf = async () => (await catalogueOf(owner)).candidates[0]?.rate?.perMillionMicro.input;
  expect(await inputOf()).toBe(5_000_000n);
  await updateCredential(database.db, owner.actor.teamId, credentialId, { weight: 0 });
  expect(await inputOf()).not.toBe(5_000_000n);
});

async function fail(key: UsableCredential, times: number): Promise<void> {
  const error = new AppError("vendor_unavailable", { vendor: "openai" });
  for (let nth = 0; nth < times; nth += 1)
    await recordHealth(database.db, key, { startedAt: NOW, outcome: "failed", error, probing: false });
}

test("a provider is open while all its keys are, and failing before", async () => {
  const owner = await newOwner();
  const providerId = await connect(owner, "openai", ["gpt-4o"]);
  const [one, other] = [await addKey(owner, providerId), await addKey(owner, providerId)];
  const state = async (now = new Date()) =>
    routerHealth(database.db, owner.actor.teamId, await offersOf(owner), now).get("openai/gpt-4o")?.state;
  expect(await state()).toBeUndefined();
  await fail(one, 3);
  expect(await state()).toBe("failing");
  await fail(other, 3);
  expect(await state()).toBe("open");
  expect(await state(new Date(Date.now() + 60 * MINUTE_MS))).toBe("failing");
  await backgroundIdle();
});

test("how quick a model was is known from the second question on, to the team that asked it", async () => {
  const [owner, stranger] = [await newOwner(), await newOwner()];
  for (const one of [owner, stranger]) await connect(one, "openai", ["gpt-4o"]);
  await recordCall(owner, { model: "gpt-4o", rate: null, usage: { output: 22 } });
  const healthOf = async (one: Context) => {
    const read = async () => routerHealth(database.db, one.actor.teamId, await offersOf(one), new Date());
    const first = await read();
    await backgroundIdle();
    return [first, await read()].map((health) => health.get("openai/gpt-4o"));
  };
  expect(await healthOf(owner)).toEqual([undefined, { state: "works", ttftMs: 12, tokensPerSecond: 1_000 }]);
  expect(await healthOf(stranger)).toEqual([undefined, undefined]);
});
