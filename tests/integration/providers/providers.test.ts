import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listCredentials } from "@/db/queries/credentials";
import { findProvider, listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { addProvider } from "@/lib/providers/add-provider";
import { allowHost } from "@/lib/providers/allow-host";
import { openConnection } from "@/lib/providers/connection";
import { listProviders } from "@/lib/providers/list-providers";
import { removeProvider } from "@/lib/providers/remove-provider";
import { restoreProvider } from "@/lib/providers/restore-provider";
import { testProvider } from "@/lib/providers/test-provider";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { startUpstream, type Upstream } from "@/tests/support/upstream/start-upstream";

const KEY = "sk-test-0123456789abcdef";

let database: FreshDatabase;
let upstream: Upstream;
beforeAll(async () => {
  setTestSecrets();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream({ models: ["m1", "m2"] })]);
});
beforeEach(() => {
  upstream.reset();
  upstream.setModels(["m1", "m2"]);
});
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

const input = (changes: object = {}) => ({
  scope: "instance" as const,
  vendor: "openai-compatible",
  baseUrl: upstream.baseUrl("openai"),
  apiKey: KEY,
  ...changes,
});
const instance = () => asInstance(database.db);

test("a key is tried when it is given, and what the vendor offers is kept", async () => {
  const added = await addProvider(instance(), input({ name: "tried" }));
  expect(added).toMatchObject({ name: "tried", replaced: false, error: null, allowedHost: upstream.host });
  expect(added.models.map(({ id }) => id)).toEqual(["m1", "m2"]);
  expect(upstream.calls).toHaveLength(1);
  expect(upstream.calls[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

test("a key that is refused is not kept, unless asked for", async () => {
  const team = await newTeam(database.db);
  await allowHost(instance(), upstream.host);
  const bad = input({ scope: "team", name: "refused", apiKey: "sk-bad-key-0123456789" });
  const owner = await team.as("owner");
  await expect(addProvider(owner, bad)).rejects.toMatchObject({ code: "vendor_key_rejected" });
  expect(await listUsableProviders(database.db, team.teamId)).not.toContainEqual(
    expect.objectContaining({ name: "refused" }),
  );
  const kept = await addProvider(owner, { ...bad, force: true });
  expect(kept).toMatchObject({ models: [], error: { code: "vendor_key_rejected" } });
});

test("the key is nowhere in the database, and opens to what it was", async () => {
  const { id } = await addProvider(instance(), input({ name: "sealed" }));
  const tables = ["provider", "credential", "audit", "setting"];
  for (const table of tables) {
    const rows = await database.db.execute(
      sql`select row_to_json(t)::text as text from ${sql.identifier(table)} t`,
    );
    expect(JSON.stringify([...rows])).not.toContain(KEY.slice(8));
  }
  const row = await findProvider(database.db, INSTANCE_TEAM_ID, id);
  const [key] = await listCredentials(database.db, INSTANCE_TEAM_ID, id);
  if (!row || !key) throw new Error("not kept");
  expect((await openConnection(instance(), row, key)).apiKey).toBe(KEY);
  await expect(openConnection(instance(), { ...row, name: "elsewhere" }, key)).rejects.toThrow(RangeError);
});

test("the list for people ends at the last four characters of a key", async () => {
  const team = await newTeam(database.db);
  await addProvider(instance(), input({ name: "listed" }));
  const listed = await listProviders(await team.as("owner"));
  expect(listed.find(({ name }) => name === "listed")).toMatchObject({
    keys: [{ apiKeyLast4: KEY.slice(-4) }],
    scope: "instance",
  });
  expect(JSON.stringify(listed)).not.toContain(KEY.slice(0, -4));
  expect(JSON.stringify(listed)).not.toContain("v1.");
});

test("the same scope and name again replaces, and keeps the id", async () => {
  const first = await addProvider(instance(), input({ name: "again" }));
  const second = await addProvider(instance(), input({ name: "again", apiKey: "sk-test-another-key-9999" }));
  expect(second).toMatchObject({ id: first.id, replaced: true });
  expect(await findProvider(database.db, INSTANCE_TEAM_ID, first.id)).toMatchObject({ version: 2 });
  expect(await listCredentials(database.db, INSTANCE_TEAM_ID, first.id)).toMatchObject([
    { apiKeyLast4: "9999", version: 2 },
  ]);
});

test("a team reaches a private address only where the host was allowed", async () => {
  const other = await startUpstream({ models: ["private"] });
  try {
    const owner = await (await newTeam(database.db)).as("owner");
    const wanted = input({ scope: "team", baseUrl: other.baseUrl("openai") });
    await expect(addProvider(owner, wanted)).rejects.toMatchObject({ code: "private_address" });
    await expect(addProvider(owner, { ...wanted, force: true })).resolves.toMatchObject({
      error: { code: "private_address" },
    });
    expect(other.calls).toEqual([]);
    await expect(allowHost(owner, other.host)).rejects.toMatchObject({ code: "forbidden" });
    await allowHost(instance(), other.host);
    expect(await addProvider(owner, wanted)).toMatchObject({
      models: [{ id: "private" }],
      allowedHost: null,
    });
  } finally {
    await other.close();
  }
});

test("only owners and administrators connect for the team, only the instance's administrator for all", async () => {
  const team = await newTeam(database.db);
  for (const role of ["billing", "manager", "member", "guest"] as const) {
    const context = await team.as(role);
    await expect(addProvider(context, input({ scope: "team" }))).rejects.toMatchObject({ code: "forbidden" });
    await expect(listProviders(context)).rejects.toMatchObject({ code: "forbidden" });
  }
  const owner = await team.as("owner");
  await expect(addProvider(owner, input())).rejects.toMatchObject({ code: "forbidden" });
  const administrator = await team.as("member", { instanceAdmin: true });
  expect(await addProvider(administrator, input({ name: "by-admin" }))).toMatchObject({ name: "by-admin" });
});

test("another team's provider cannot be seen, tried, removed or restored", async () => {
  await allowHost(instance(), upstream.host);
  const [mine, theirs] = await Promise.all([newTeam(database.db), newTeam(database.db)]);
  const owner = await mine.as("owner");
  const stranger = await theirs.as("owner");
  const { id } = await addProvider(owner, input({ scope: "team", name: "ours" }));
  expect((await listProviders(stranger)).map(({ name }) => name)).not.toContain("ours");
  await expect(testProvider(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(removeProvider(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  const { undo } = await removeProvider(owner, id);
  await expect(restoreProvider(stranger, undo)).rejects.toMatchObject({ code: "not_found" });
});

test("an owner tries the instance's providers no more than they remove them", async () => {
  const { id } = await addProvider(instance(), input({ name: "shared" }));
  const owner = await (await newTeam(database.db)).as("owner");
  await expect(testProvider(owner, id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(removeProvider(owner, id)).rejects.toMatchObject({ code: "forbidden" });
});

test("a removed provider comes back whole, once, and only with what removal gave", async () => {
  await allowHost(instance(), upstream.host);
  const owner = await (await newTeam(database.db)).as("owner");
  const { id } = await addProvider(owner, input({ scope: "team", name: "undone" }));
  const whole = async () => ({
    provider: await findProvider(database.db, owner.actor.teamId, id),
    keys: await listCredentials(database.db, owner.actor.teamId, id),
  });
  const before = await whole();
  const { undo } = await removeProvider(owner, id);
  expect(await whole()).toEqual({ provider: null, keys: [] });
  expect(undo).not.toContain(KEY);
  await expect(restoreProvider(owner, `${undo}x`)).rejects.toMatchObject({ code: "not_found" });
  await restoreProvider(owner, undo);
  const { provider, keys } = await whole();
  expect({ ...provider, createdAt: null }).toEqual({ ...before.provider, createdAt: null });
  expect(keys).toEqual(before.keys);
  await expect(restoreProvider(owner, undo)).rejects.toMatchObject({ code: "conflict" });
});

test("trying again refreshes the models; a failure keeps those that were there", async () => {
  const { id } = await addProvider(instance(), input({ name: "refreshed" }));
  upstream.setModels(["m1", "m2", "m3"]);
  const tried = await testProvider(instance(), id);
  expect(tried.error).toBeNull();
  expect(tried.models.map((model) => model.id)).toEqual(["m1", "m2", "m3"]);

  const gone = await startUpstream();
  const lost = await addProvider(instance(), input({ name: "lost", baseUrl: gone.baseUrl("openai") }));
  await gone.close();
  const failed = await testProvider(instance(), lost.id);
  expect(failed.error).toMatchObject({ code: "vendor_unreachable" });
  expect(failed.models).toEqual(lost.models);
  expect(await findProvider(database.db, INSTANCE_TEAM_ID, lost.id)).toMatchObject({
    lastError: { code: "vendor_unreachable" },
  });
});

test.each([
  ["an unknown vendor", { vendor: "nobody" }, "vendor"],
  ["a name with a slash", { name: "a/b" }, "name"],
  ["another vendor's id as a name", { name: "anthropic" }, "name"],
  ["no base URL where one is needed", { baseUrl: undefined }, "baseUrl"],
  ["a base URL that is none", { baseUrl: "localhost:8000" }, "baseUrl"],
  ["a base URL with a password", { baseUrl: "http://me:secret@localhost:1/v1" }, "baseUrl"],
  ["a key that would break the header", { apiKey: "sk-1\r\nx-evil: 1" }, "apiKey"],
  ["no key where one is needed", { vendor: "openai", apiKey: undefined }, "apiKey"],
])("%s is refused before anything is sent", async (_what, changes, field) => {
  await expect(addProvider(instance(), input(changes))).rejects.toMatchObject({
    code: "invalid_input",
    params: { field },
  });
  expect(upstream.calls).toEqual([]);
});

test("each change of a provider is in the audit, without the key", async () => {
  await allowHost(instance(), upstream.host);
  const owner = await (await newTeam(database.db)).as("owner");
  const { id } = await addProvider(owner, input({ scope: "team", name: "audited" }));
  await addProvider(owner, input({ scope: "team", name: "audited" }));
  const { undo } = await removeProvider(owner, id);
  await restoreProvider(owner, undo);
  const rows = await database.db.execute<{ action: string; actor_id: string }>(
    sql`select action, actor_id from audit where team_id = ${owner.actor.teamId} order by id`,
  );
  expect([...rows].map(({ action }) => action)).toEqual([
    "provider.add",
    "provider.replace",
    "provider.remove",
    "provider.restore",
  ]);
  expect(new Set([...rows].map((row) => row.actor_id))).toEqual(new Set([owner.actor.personId]));
});
