import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCredentials } from "@/db/queries/credentials";
import { listLedger } from "@/db/queries/ledgers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { addCredential } from "@/lib/providers/add-credential";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { listProviders } from "@/lib/providers/list-providers";
import { removeCredential } from "@/lib/providers/remove-credential";
import { restoreCredential } from "@/lib/providers/restore-credential";
import { rotateCredential } from "@/lib/providers/rotate-credential";
import { setWeight } from "@/lib/providers/set-weight";
import { syncEnvironment } from "@/lib/providers/sync-environment";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";
import { answer, keysUsed } from "./gate-call";

const FIRST = "sk-first-0123456789-1111";
const SECOND = "sk-second-0123456789-2222";

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1"] })]);
  await allowHost(asInstance(database.db), upstream.host);
});
beforeEach(() => upstream.reset());
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

/** An owner whose team has a provider `p` with the first key. */
async function withProvider() {
  const owner = await (await newTeam(database.db)).as("owner");
  const address = { vendor: "openai-compatible", baseUrl: upstream.baseUrl("openai"), name: "p" };
  const { id } = await addProvider(owner, { scope: "team", ...address, apiKey: FIRST });
  const keys = () => listCredentials(database.db, owner.actor.teamId, id);
  const [first] = await keys();
  if (!first) throw new Error("no key");
  upstream.reset();
  return { owner, providerId: id, keys, first };
}

/** What each act is refused with; null for one that is not. */
async function codes(acts: readonly Promise<unknown>[]): Promise<unknown[]> {
  const ended = await Promise.allSettled(acts);
  return ended.map((end) => (end.status === "rejected" ? (end.reason as { code?: unknown }).code : null));
}

test("two keys share the calls by weight, and each call states its own", async () => {
  const { owner, providerId, first } = await withProvider();
  const second = await addCredential(owner, { providerId, apiKey: SECOND, weight: 0 });
  upstream.reset();
  await answer(owner, "p/m1");
  expect(keysUsed(upstream)).toEqual([FIRST]);
  await setWeight(owner, { credentialId: first.id, weight: 0 });
  await setWeight(owner, { credentialId: second.id, weight: 5 });
  await answer(owner, "p/m1");
  expect(keysUsed(upstream)).toEqual([FIRST, SECOND]);
  const rows = await listLedger(database.db, { teamId: owner.actor.teamId }, 10);
  expect(rows.map((row) => row.credentialId)).toEqual([second.id, first.id]);
});

test("a key may have an address of its own", async () => {
  const { owner, providerId, first } = await withProvider();
  await addCredential(owner, { providerId, apiKey: SECOND, baseUrl: upstream.baseUrl("deepseek") });
  await setWeight(owner, { credentialId: first.id, weight: 0 });
  upstream.reset();
  await answer(owner, "p/m1");
  expect(upstream.calls.map(({ path }) => path)).toEqual(["/deepseek/chat/completions"]);
});

describe("rotation", () => {
  test("tries the new key first, and keeps the old one where it does not work", async () => {
    const { owner, first, keys } = await withProvider();
    const bad = rotateCredential(owner, { credentialId: first.id, apiKey: "sk-bad-key-0123456789" });
    await expect(bad).rejects.toMatchObject({ code: "vendor_key_rejected" });
    expect(await keys()).toMatchObject([{ apiKeyLast4: "1111", version: 1 }]);
  });

  test("fails no call: what runs ends with the old key, what comes next has the new one", async () => {
    const { owner, first, keys } = await withProvider();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    upstream.script("m1", { text: "a b c d", hold: { afterTokens: 2, released } }, { once: true });
    const running = answer(owner, "p/m1");
    await expect.poll(() => upstream.calls[0]?.sentTokens).toBe(2);
    await rotateCredential(owner, { credentialId: first.id, apiKey: SECOND });
    const next = await answer(owner, "p/m1");
    release();
    expect([(await running).outcome, next.outcome]).toEqual(["complete", "complete"]);
    expect(keysUsed(upstream)).toEqual([FIRST, SECOND]);
    expect(await keys()).toMatchObject([{ id: first.id, apiKeyLast4: "2222", version: 2 }]);
  });
});

describe("removal", () => {
  test("is at once, and can be undone with what it gave", async () => {
    const { owner, providerId, first, keys } = await withProvider();
    await addCredential(owner, { providerId, apiKey: SECOND });
    const before = await keys();
    const { undo } = await removeCredential(owner, first.id);
    expect(undo).not.toContain(FIRST);
    upstream.reset();
    for (let n = 0; n < 4; n++) await answer(owner, "p/m1");
    expect(new Set(keysUsed(upstream))).toEqual(new Set([SECOND]));
    await restoreCredential(owner, undo);
    expect(await keys()).toEqual(before);
    await expect(restoreCredential(owner, undo)).rejects.toMatchObject({ code: "conflict" });
  });

  test("leaves a provider its last key, however many are removed at once", async () => {
    const { owner, providerId, first, keys } = await withProvider();
    const second = await addCredential(owner, { providerId, apiKey: SECOND });
    const removed = await Promise.allSettled([first, second].map(({ id }) => removeCredential(owner, id)));
    expect(removed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await keys()).toHaveLength(1);
  });
});

test("the same provider again replaces every key by the one given", async () => {
  const { owner, providerId, first, keys } = await withProvider();
  await addCredential(owner, { providerId, apiKey: SECOND });
  await addProvider(owner, {
    ...{ scope: "team", vendor: "openai-compatible", name: "p" },
    ...{ baseUrl: upstream.baseUrl("openai"), apiKey: "sk-third-0123456789-3333" },
  });
  expect(await keys()).toMatchObject([{ id: first.id, apiKeyLast4: "3333" }]);
});

test("a team's own provider wins over the instance's of that name, whose keys it never sees used", async () => {
  const { owner, first } = await withProvider();
  const address = { vendor: "openai-compatible", baseUrl: upstream.baseUrl("openai"), name: "p" };
  await addProvider(asInstance(database.db), { scope: "instance", ...address, apiKey: SECOND });
  upstream.reset();
  for (let n = 0; n < 3; n++) await answer(owner, "p/m1");
  expect(new Set(keysUsed(upstream))).toEqual(new Set([FIRST]));
  const listed = (await listProviders(owner)).filter(({ name }) => name === "p");
  expect(listed).toMatchObject([
    { scope: "team", keys: [{ id: first.id }], shadowed: false },
    { scope: "instance", keys: [{ apiKeyLast4: "2222" }], shadowed: true },
  ]);
});

test("what the environment names has the environment's key alone", async () => {
  const given = { apiKey: FIRST, baseUrl: upstream.baseUrl("deepseek") };
  await syncEnvironment(asInstance(database.db), { deepseek: given });
  const instance = asInstance(database.db);
  const provider = (await listProviders(instance)).find(({ name }) => name === "deepseek");
  const [key] = provider?.keys ?? [];
  if (!provider || !key) throw new Error("not connected");
  const refused = { code: "invalid_input", params: { field: "provider" } };
  await expect(addCredential(instance, { providerId: provider.id, apiKey: SECOND })).rejects.toMatchObject(
    refused,
  );
  await expect(rotateCredential(instance, { credentialId: key.id, apiKey: SECOND })).rejects.toMatchObject(
    refused,
  );
});

test("only owners and administrators change a team's keys, only the instance's administrator the instance's", async () => {
  const { owner, providerId, first } = await withProvider();
  const team = await newTeam(database.db);
  const instance = asInstance(database.db);
  const address = { vendor: "openai-compatible", baseUrl: upstream.baseUrl("openai"), name: "of-all" };
  const shared = await addProvider(instance, { scope: "instance", ...address, apiKey: FIRST });
  const [sharedKey] = await listCredentials(database.db, INSTANCE_TEAM_ID, shared.id);
  if (!sharedKey) throw new Error("no key");
  for (const role of ["billing", "manager", "member", "guest"] as const) {
    const context = await team.as(role);
    const acts = [
      addCredential(context, { providerId, apiKey: SECOND }),
      rotateCredential(context, { credentialId: first.id, apiKey: SECOND }),
      setWeight(context, { credentialId: first.id, weight: 2 }),
      removeCredential(context, first.id),
      restoreCredential(context, "anything"),
    ];
    expect(await codes(acts)).toEqual(acts.map(() => "forbidden"));
  }
  const forbidden = [
    addCredential(owner, { providerId: shared.id, apiKey: SECOND }),
    setWeight(owner, { credentialId: sharedKey.id, weight: 2 }),
    removeCredential(owner, sharedKey.id),
  ];
  expect(await codes(forbidden)).toEqual(forbidden.map(() => "forbidden"));
});

test("another team's key cannot be changed, removed or restored", async () => {
  const { owner, providerId, first } = await withProvider();
  const stranger = await (await newTeam(database.db)).as("owner");
  await addCredential(owner, { providerId, apiKey: SECOND });
  const { undo } = await removeCredential(owner, first.id);
  const acts = [
    addCredential(stranger, { providerId, apiKey: SECOND }),
    rotateCredential(stranger, { credentialId: first.id, apiKey: SECOND }),
    setWeight(stranger, { credentialId: first.id, weight: 2 }),
    removeCredential(stranger, first.id),
    restoreCredential(stranger, undo),
  ];
  expect(await codes(acts)).toEqual(acts.map(() => "not_found"));
});

test("each change of a key is in the audit, without the key", async () => {
  const { owner, providerId, first } = await withProvider();
  await addCredential(owner, { providerId, apiKey: SECOND });
  await setWeight(owner, { credentialId: first.id, weight: 3 });
  await rotateCredential(owner, { credentialId: first.id, apiKey: "sk-third-0123456789-3333" });
  const { undo } = await removeCredential(owner, first.id);
  await restoreCredential(owner, undo);
  const rows = [
    ...(await database.db.execute<{ action: string; whole: string }>(
      sql`select action, row_to_json(a)::text as whole from audit a where team_id = ${owner.actor.teamId} order by id`,
    )),
  ];
  const acts = ["add", "weight", "rotate", "remove", "restore"].map((act) => `provider.key.${act}`);
  expect(rows.map(({ action }) => action)).toEqual(["provider.add", ...acts]);
  expect(JSON.stringify(rows)).not.toMatch(/0123456789|v1\./);
});
