import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect as connectTo } from "@/db/client";
import { listStaleProviders, listUsableProviders, upsertProvider } from "@/db/queries/providers";
import { provider } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { newId } from "@/lib/ids";
import { addProvider } from "@/lib/providers/add-provider";
import { refreshLocalModels, refreshStaleModels } from "@/lib/providers/refresh-stale-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { type SilentServer, startSilentServer } from "@/tests/support/silent-server";
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

/** Connected when it still answered. */
async function connectSilent({ baseUrl }: SilentServer, name: string): Promise<void> {
  await upsertProvider(database.db, {
    ...{ teamId: INSTANCE_TEAM_ID, id: newId(), vendor: "ollama", name, baseUrl, source: "person" as const },
    ...{ models: [{ id: "kept:1b" }], modelsListedAt: new Date(0), testedAt: new Date(0) },
  });
}

test("five servers that never answer keep no other waiting, and two replicas ask each server once", async () => {
  const dead = await Promise.all(Array.from({ length: 5 }, startSilentServer));
  const replica = connectTo(database.url, { maxConnections: 5 });
  try {
    for (const [index, server] of dead.entries()) await connectSilent(server, `asleep-${index}`);
    upstream.setModels(["pulled:1b"]);
    // They hang up only when all five were asked: one after another this would never end.
    const allAsked = Promise.all(dead.map(({ asked }) => asked)).then(() => {
      for (const { hangUp } of dead) hangUp();
    });
    const now = new Date(Date.now() + HOUR_MS);
    await Promise.all([
      allAsked,
      ...[database.db, replica.db].map((db) => refreshLocalModels(db, now, HOUR_MS)),
    ]);
    const rows = await listUsableProviders(database.db, INSTANCE_TEAM_ID);
    expect(rows.find(({ name }) => name === "ollama")?.models).toEqual([{ id: "pulled:1b" }]);
    expect(dead.map(({ connections }) => connections())).toEqual([1, 1, 1, 1, 1]);
  } finally {
    await Promise.all([replica.close(), ...dead.map(({ close }) => close())]);
  }
});

test("a server that never answers is left after the limit, says so, and keeps what it had", async () => {
  const asleep = await startSilentServer();
  try {
    await connectSilent(asleep, "asleep");
    await refreshLocalModels(database.db, new Date(Date.now() + HOUR_MS), 20);
    const rows = await listUsableProviders(database.db, INSTANCE_TEAM_ID);
    expect(rows.find(({ name }) => name === "asleep")).toMatchObject({
      lastError: { code: "vendor_timeout" },
      models: [{ id: "kept:1b" }],
    });
  } finally {
    await asleep.close();
  }
});
