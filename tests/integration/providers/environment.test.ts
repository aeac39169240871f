import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listUsableCredentials } from "@/db/queries/credentials";
import { deleteProvider, listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { VendorEnv } from "@/lib/env";
import { addProvider } from "@/lib/providers/add-provider";
import { syncEnvironment } from "@/lib/providers/sync-environment";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1"] })]);
});
beforeEach(async () => {
  for (const { id } of await providers()) await deleteProvider(database.db, INSTANCE_TEAM_ID, id);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const providers = () => listUsableProviders(database.db, INSTANCE_TEAM_ID);
const lastFours = async () =>
  (await listUsableCredentials(database.db, INSTANCE_TEAM_ID)).map((key) => key.apiKeyLast4);
const sync = (vendors: Record<string, VendorEnv>) => syncEnvironment(asInstance(database.db), vendors);
const given = (apiKey?: string, baseUrl?: string): VendorEnv => ({ apiKey, baseUrl });

test("what the environment names is connected, at a private address too, and goes with its variable", async () => {
  expect(await sync({ deepseek: given("sk-1", upstream.baseUrl("deepseek")), openai: given() })).toEqual([]);
  expect(await providers()).toMatchObject([
    { name: "deepseek", source: "environment", models: [{ id: "m1" }], lastError: null },
  ]);
  await sync({ deepseek: given(), openai: given() });
  expect(await providers()).toEqual([]);
});

test("the same environment again changes nothing but the list of models", async () => {
  const vendors = { "openai-compatible": given(undefined, upstream.baseUrl("openai")) };
  await sync(vendors);
  const [first] = await providers();
  upstream.setModels(["m1", "m2"]);
  await sync(vendors);
  const [second] = await providers();
  upstream.setModels(["m1"]);
  expect(second).toMatchObject({
    id: first?.id,
    version: first?.version,
    models: [{ id: "m1" }, { id: "m2" }],
  });
});

test("a new key replaces the old one", async () => {
  const baseUrl = upstream.baseUrl("openai");
  await sync({ openai: given("sk-first-key-1111", baseUrl) });
  await sync({ openai: given("sk-second-key-2222", baseUrl) });
  expect(await providers()).toMatchObject([{ name: "openai", version: 2 }]);
  expect(await lastFours()).toEqual(["2222"]);
});

test("a vendor that does not answer is connected all the same, and said", async () => {
  const notes = await sync({ openai: given("sk-bad-key", upstream.baseUrl("openai")) });
  expect(notes.join()).toContain("vendor_key_rejected");
  expect(notes.join()).not.toContain("sk-bad-key");
  expect(await providers()).toMatchObject([{ name: "openai", lastError: { code: "vendor_key_rejected" } }]);
});

test("a vendor that cannot be connected at all is said, by what is wrong, and keeps no other out", async () => {
  const notes = await sync({
    deepseek: given("sk secret", upstream.baseUrl("deepseek")),
    openai: given("sk-1", "https://user:hidden@api.example.com/v1"),
    "openai-compatible": given(undefined, upstream.baseUrl("openai")),
  });
  expect(notes).toEqual([
    expect.stringMatching(/^deepseek: not connected \(invalid_input: apiKey/),
    expect.stringMatching(/^openai: not connected \(invalid_input: baseUrl/),
  ]);
  expect(notes.join()).not.toMatch(/secret|hidden/);
  expect(await providers()).toMatchObject([{ name: "openai-compatible", models: [{ id: "m1" }] }]);
});

test("half of what a vendor needs is said and not connected", async () => {
  const notes = await sync({
    openai: given(undefined, upstream.baseUrl("openai")),
    "openai-compatible": given("sk-1"),
    azure: given("sk-1"),
  });
  expect(notes).toHaveLength(3);
  expect(await providers()).toEqual([]);
});

test("what a person connected under the same name stays", async () => {
  const baseUrl = upstream.baseUrl("openai");
  const apiKey = "sk-persons-own-7777";
  await addProvider(asInstance(database.db), { scope: "instance", vendor: "openai", apiKey, baseUrl });
  expect(await sync({ openai: given("sk-environment-8888", baseUrl) })).toHaveLength(1);
  await sync({ openai: given() });
  expect(await providers()).toMatchObject([{ name: "openai", source: "person" }]);
  expect(await lastFours()).toEqual(["7777"]);
});
