import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listLedger } from "@/db/queries/ledgers";
import { readBook } from "@/lib/catalogue/book";
import { listCatalogue } from "@/lib/catalogue/list-catalogue";
import { setModel } from "@/lib/catalogue/set-model";
import type { Context } from "@/lib/context";
import { previewPrice } from "@/lib/prices/preview-price";
import { setPrice } from "@/lib/prices/set-price";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { answer } from "@/tests/integration/providers/gate-call";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  const models = ["house-brain=gpt-5.2", "spare-brain=gpt-5.2", "gpt-4"];
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models })]);
  await allowHost(asInstance(database.db), upstream.host);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});
beforeEach(() => upstream.reset());

const VENDOR = "azure";
const OF_OPENAI = "openai/gpt-5.2";

async function newOwner(): Promise<Context> {
  const owner = await (await newTeam(database.db)).as("owner");
  const way = { baseUrl: upstream.baseUrl("azure"), apiKey: "good-key-0123456789" };
  await addProvider(owner, { scope: "team", vendor: VENDOR, ...way });
  return owner;
}

const isA = (context: Context, model: string, sameAs: string) =>
  setModel(context, { scope: "team", vendor: VENDOR, model, said: { entry: { sameAs }, hidden: false } });
const priced = (context: Context, vendor: string, model: string, input: string) =>
  setPrice(context, {
    ...{ scope: "team", vendor, model },
    terms: { currency: "USD", perMillion: { input, output: "8" } },
  });
const inputOf = async ({ db, actor }: Context, model: string) =>
  (await readBook(db, actor.teamId)).rate(VENDOR, model, new Date())?.perMillionMicro.input;

test("a deployment is unpriced and unknown until somebody says of which model it is, then has its price and facts", async () => {
  const owner = await newOwner();
  const rowOf = async () =>
    (await listCatalogue(owner, "en")).rows.find(
      ({ vendor, id }) => vendor === VENDOR && id === "house-brain",
    );
  expect(await rowOf()).toMatchObject({ entry: null, price: null, deploys: "gpt-5.2", modes: ["knowledge"] });
  await isA(owner, "house-brain", OF_OPENAI);
  const { db, actor } = owner;
  const openais = (await readBook(db, actor.teamId)).rate("openai", "gpt-5.2", new Date());
  expect(openais).not.toBeNull();
  const row = await rowOf();
  expect(row).toMatchObject({
    ...{ name: "house-brain", modes: ["knowledge", "reasoning"] },
    price: { currency: "USD" },
    efforts: ["none", "low", "medium", "high", "xhigh"],
  });
  expect(row?.entry?.contextLength).toBeGreaterThan(0);
  expect(await inputOf(owner, "house-brain")).toBe(openais?.perMillionMicro.input);
  // Another of the same model has a name of its own, and nobody has said what it is.
  expect(await inputOf(owner, "spare-brain")).toBeUndefined();
});

test("a call of a deployment costs what its model does, and is made over the model's own wire", async () => {
  const owner = await newOwner();
  await isA(owner, "house-brain", OF_OPENAI);
  await priced(owner, "openai", "gpt-5.2", "2");
  upstream.script("house-brain", { text: "Four.", inputTokens: 1000, outputTokens: 500 });
  await answer(owner, "azure/house-brain");
  const call = upstream.calls.at(-1);
  expect(call?.path).toBe("/azure/openai/v1/responses");
  expect(call?.body).toMatchObject({ model: "house-brain" });
  const [row] = await listLedger(database.db, { teamId: owner.actor.teamId }, 1);
  // 1,000 tokens at 2 and 500 at 8, per million.
  expect(row).toMatchObject({
    model: "house-brain",
    status: "exact",
    costPico: "6000000000",
    currency: "USD",
  });
});

test("the price of the deployment itself goes before that of its model, and a preview counts whom it reaches", async () => {
  const owner = await newOwner();
  for (const model of ["house-brain", "spare-brain"]) {
    await isA(owner, model, OF_OPENAI);
    await answer(owner, `azure/${model}`);
  }
  const preview = () =>
    previewPrice(owner, {
      ...{ scope: "team", vendor: "openai", model: "gpt-5.2" },
      terms: { currency: "USD", perMillion: { input: "1", output: "1" } },
    });
  expect(await preview()).toMatchObject({ calls: 2 });
  await priced(owner, VENDOR, "house-brain", "3");
  await priced(owner, "openai", "gpt-5.2", "2");
  expect(await inputOf(owner, "house-brain")).toBe(3_000_000n);
  expect(await inputOf(owner, "spare-brain")).toBe(2_000_000n);
  expect(await preview()).toMatchObject({ calls: 1 });
});

test("a name that says one model and is another is described and priced as what it is", async () => {
  const owner = await newOwner();
  await isA(owner, "gpt-4", "openai/gpt-4o");
  const book = await readBook(database.db, owner.actor.teamId);
  expect(book.describe(VENDOR, "gpt-4")).toMatchObject({ displayName: "gpt-4", contextLength: 128_000 });
  expect(book.rate(VENDOR, "gpt-4", new Date())).toEqual(book.rate("openai", "gpt-4o", new Date()));
});

test("only a model of the catalogue answers under another's name: not itself, not a name that another was given", async () => {
  const owner = await newOwner();
  await isA(owner, "house-brain", OF_OPENAI);
  for (const sameAs of [
    "azure/spare-brain",
    "azure/house-brain",
    "openai/no-such-model",
    "anthropic/claude-opus-5",
  ])
    await expect(isA(owner, "spare-brain", sameAs), sameAs).rejects.toMatchObject({
      code: "invalid_input",
      params: { field: "sameAs" },
    });
  const other = await newOwner();
  expect(await inputOf(other, "house-brain")).toBeUndefined();
});
