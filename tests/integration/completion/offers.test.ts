import { afterAll, beforeAll, expect, test } from "vitest";
import { lockCircuit, updateCircuit } from "@/db/queries/circuits";
import { deleteCredential, listUsableCredentials, updateCredential } from "@/db/queries/credentials";
import { listUsableProviders, updateProvider } from "@/db/queries/providers";
import { upsertModeModels } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { setModel } from "@/lib/catalogue/set-model";
import { readOffers } from "@/lib/completion/offers";
import type { Context } from "@/lib/context";
import { addProvider } from "@/lib/providers/add-provider";
import { afterFailure } from "@/lib/providers/circuit";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { asInstance } from "../../support/team";
import { setTestSecrets } from "../../support/test-environment";
import { startUpstream, type Upstream } from "../../support/upstream/start-upstream";

let database: FreshDatabase;
let upstream: Upstream;
let owner: Context;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["plain"] })]);
  await addProvider(asInstance(database.db), {
    scope: "instance",
    name: "up",
    vendor: "openai-compatible",
    baseUrl: upstream.baseUrl("openai"),
    apiKey: "sk-test-0123456789abcdef",
  });
  owner = await makeActor(database.db, "owner");
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const offers = () => readOffers(database.db, owner.actor.teamId);

test("what nobody changed is not read again", async () => {
  const before = await offers();
  expect(await offers()).toBe(before);
  const stranger = await makeActor(database.db, "owner");
  await upsertModeModels(database.db, {
    teamId: stranger.actor.teamId,
    mode: "knowledge",
    models: ["up/plain"],
  });
  expect(await offers()).toBe(before);
});

test("whatever changes is seen by the next who asks, and the rest is kept", async () => {
  const { db } = database;
  const { teamId } = owner.actor;
  const [provider] = await listUsableProviders(db, teamId);
  const [credential] = await listUsableCredentials(db, teamId);
  if (!provider || !credential) throw new Error("nothing is connected");

  let before = await offers();
  await updateProvider(db, INSTANCE_TEAM_ID, provider.id, { models: [{ id: "plain" }, { id: "new" }] });
  let after = await offers();
  expect(after.models.map(({ model }) => model)).toEqual(["plain", "new"]);
  expect(after.credentials).toBe(before.credentials);

  before = after;
  await updateCredential(db, INSTANCE_TEAM_ID, credential.id, { weight: 7 });
  after = await offers();
  expect(after.credentials.map(({ weight }) => weight)).toEqual([7]);
  expect(after.models).toBe(before.models);

  await db.transaction(async (tx) => {
    const key = { teamId: INSTANCE_TEAM_ID, credentialId: credential.id };
    const circuit = await lockCircuit(tx, key, credential.version);
    if (!circuit) throw new Error("the credential is another one");
    const failure = {
      error: { code: "vendor_unavailable" as const, params: {} },
      retryAfterMs: 60_000,
      startedAt: new Date(),
    };
    await updateCircuit(tx, key, afterFailure(circuit, failure, new Date()));
  });
  expect((await offers()).credentials[0]?.circuit?.openUntil).toBeInstanceOf(Date);

  await upsertModeModels(db, { teamId, mode: "reasoning", models: ["up/new"] });
  expect((await offers()).stated).toMatchObject([{ mode: "reasoning", models: ["up/new"] }]);

  await setModel(owner, {
    scope: "team",
    vendor: "openai-compatible",
    model: "new",
    said: { entry: {}, hidden: true },
  });
  expect((await offers()).models.map(({ model }) => model)).toEqual(["plain"]);

  await deleteCredential(db, INSTANCE_TEAM_ID, credential.id);
  expect((await offers()).credentials).toEqual([]);
});

test("what a transaction takes back changes nothing", async () => {
  const before = await offers();
  const undone = database.db.transaction(async (tx) => {
    await upsertModeModels(tx, { teamId: owner.actor.teamId, mode: "knowledge", models: ["up/plain"] });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await offers()).toBe(before);
});
