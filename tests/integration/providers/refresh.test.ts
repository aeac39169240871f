import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listStaleProviders, listUsableProviders } from "@/db/queries/providers";
import { provider } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { addProvider } from "@/lib/providers/add-provider";
import { refreshLocalModels, refreshStaleModels } from "@/lib/providers/refresh-stale-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

const HOUR_MS = 60 * 60_000;

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1"] })]);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const connect = (name: string) =>
  addProvider(asInstance(database.db), {
    scope: "instance",
    vendor: "openai-compatible",
    name,
    baseUrl: upstream.baseUrl("openai"),
  });

test("a provider that cannot be asked at all keeps no other waiting, now or the next time", async () => {
  // The one that was asked longest ago comes first.
  const broken = await connect("broken");
  await connect("sound");
  await database.db.update(provider).set({ vendor: "unheard-of" }).where(eq(provider.id, broken.id));
  upstream.setModels(["m1", "m2"]);
  const now = new Date(Date.now() + 2 * HOUR_MS);
  await refreshStaleModels(database.db, now);

  const all = await listUsableProviders(database.db, INSTANCE_TEAM_ID);
  expect(all.find(({ name }) => name === "sound")?.models).toEqual([{ id: "m1" }, { id: "m2" }]);
  const stale = await listStaleProviders(database.db, now, 50);
  expect(stale.map(({ name }) => name)).not.toContain("broken");
});

test("what is pulled or removed at a local server shows at its next turn, which others need not wait for", async () => {
  const baseUrl = upstream.baseUrl("ollama");
  await addProvider(asInstance(database.db), { scope: "instance", vendor: "ollama", baseUrl });
  const modelsOf = async (wanted: string) =>
    (await listUsableProviders(database.db, INSTANCE_TEAM_ID))
      .find(({ name }) => name === wanted)
      ?.models.map(({ id }) => id);
  const others = await modelsOf("sound");
  upstream.setModels(["qwen3:8b"]);
  await refreshLocalModels(database.db, new Date(Date.now() + 30_000));
  expect(await modelsOf("ollama")).toEqual(["qwen3:8b"]);
  upstream.setModels(["gemma3:4b"]);
  await refreshLocalModels(database.db, new Date());
  expect(await modelsOf("ollama")).toEqual(["qwen3:8b"]);
  await refreshLocalModels(database.db, new Date(Date.now() + 60_000));
  expect(await modelsOf("ollama")).toEqual(["gemma3:4b"]);
  expect(await modelsOf("sound")).toEqual(others);
});
