import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCall, settleCall } from "@/db/queries/calls";
import { upsertProvider } from "@/db/queries/providers";
import { listCatalogue } from "@/lib/catalogue/list-catalogue";
import { setModel } from "@/lib/catalogue/set-model";
import { rememberChoice } from "@/lib/chat/remember-choice";
import { setFavourite } from "@/lib/chat/set-favourite";
import { findUnavailable } from "@/lib/completion/find-unavailable";
import { getPicker } from "@/lib/completion/get-picker";
import type { Outcome } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newMember, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function connect(
  teamId: string,
  vendor: string,
  models: string[],
  modelsListedAt: Date | null = new Date(),
): Promise<void> {
  await upsertProvider(database.db, {
    modelsListedAt,
    teamId,
    id: newId(),
    vendor,
    name: vendor,
    source: "person",
    models: models.map((id) => ({ id })),
  });
}

interface Did {
  outcome: Outcome;
  ttftMs: number | null;
  durationMs: number;
  output: number;
}

async function record({ db, actor }: Context, model: string, did: Did): Promise<void> {
  const id = newId();
  const now = new Date();
  await insertCall(db, {
    teamId: actor.teamId,
    id,
    personId: actor.personId,
    providerId: newId(),
    vendor: "openai",
    model,
    mode: null,
    purpose: "chat",
    rate: null,
    inputEstimate: 1,
    startedAt: now,
    heartbeatAt: now,
  });
  await settleCall(db, actor.teamId, id, {
    outcome: did.outcome,
    errorCode: null,
    status: "unpriced",
    estimateMethod: null,
    usage: { ...EMPTY_BUCKETS, output: did.output },
    serviceTier: null,
    costPico: null,
    currency: null,
    ttftMs: did.ttftMs,
    durationMs: did.durationMs,
  });
}

test("the catalogue has what ships, what is connected and what a team said, in the person's language", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, "openai", ["gpt-4o-mini", "house-made"]);
  const hidden = { scope: "team" as const, vendor: "openai", model: "o3", said: { entry: {}, hidden: true } };
  await setModel(owner, hidden);
  const { rows } = await listCatalogue(owner, "zh-CN");
  const rowOf = (id: string) =>
    rows.find((row) => row.id === id && row.vendor !== "openrouter" && row.vendor !== "azure");
  expect(rowOf("gpt-4o-mini")).toMatchObject({
    connected: true,
    price: { currency: "USD", input: "0.15", output: "0.6" },
  });
  expect(rowOf("house-made")).toMatchObject({ connected: true, entry: null, price: null });
  expect(rowOf("o3")).toMatchObject({ hiddenBy: "team", said: { team: { hidden: true }, instance: null } });
  expect(rowOf("qwen-max")).toMatchObject({ name: "通义千问-Max", connected: false });
  expect(rowOf("gpt-5.5")?.price?.varies).toBe(true);
  expect(new Set(rows.map(({ vendor, id }) => `${vendor}/${id.toLowerCase()}`)).size).toBe(rows.length);
});

test("what a field left empty stays at is known beside what is said: a team's without the team's word, the server's without either", async () => {
  const owner = await (await newTeam(database.db)).as("owner", { instanceAdmin: true });
  const say = (scope: "team" | "instance", name: string) =>
    setModel(owner, { scope, vendor: "openai", model: "gpt-4.1", said: { entry: { name }, hidden: false } });
  const shipped = (await listCatalogue(owner, "en")).rows.find(({ id }) => id === "gpt-4.1")?.name;
  await say("instance", "Everybody's");
  await say("team", "Ours");
  const { rows } = await listCatalogue(owner, "en");
  const row = rows.find(({ vendor, id }) => vendor === "openai" && id === "gpt-4.1");
  expect(row).toMatchObject({
    name: "Ours",
    known: { team: { name: "Everybody's" }, instance: { name: shipped } },
  });
  await setModel(owner, { scope: "instance", vendor: "openai", model: "gpt-4.1", said: null });
});

test("how a model did is the median of its calls, and what a person stopped does not count against it", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await record(owner, "gpt-x", { outcome: "complete", ttftMs: 100, durationMs: 1100, output: 50 });
  await record(owner, "gpt-x", { outcome: "complete", ttftMs: 300, durationMs: 2300, output: 20 });
  await record(owner, "gpt-x", { outcome: "stopped", ttftMs: 200, durationMs: 300, output: 3 });
  await record(owner, "gpt-x", { outcome: "failed", ttftMs: null, durationMs: 50, output: 0 });
  const { figures } = await listCatalogue(owner, "en");
  expect(figures).toEqual([
    { vendor: "openai", model: "gpt-x", calls: 3, complete: 2, ttftMs: 200, tokensPerSecond: 30 },
  ]);
  const other = await (await newTeam(database.db)).as("owner");
  expect((await listCatalogue(other, "en")).figures).toEqual([]);
});

test("only those who administer a team see its catalogue", async () => {
  const team = await newTeam(database.db);
  for (const role of ["billing", "manager", "member", "guest"] as const)
    await expect(listCatalogue(await team.as(role), "en")).rejects.toMatchObject({ code: "forbidden" });
});

test("a search says why a model cannot be used: no key, not offered, hidden", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, "openai", ["gpt-4o-mini"]);
  const reasonOf = async (query: string) => (await findUnavailable(owner, query, "en")).models[0]?.reason;
  expect(await reasonOf("anthropic claude opus")).toBe("vendor");
  expect(await reasonOf("openai/gpt-4.1-mini")).toBe("model");
  // Others resell them, by their ids.
  const [first] = (await findUnavailable(owner, "claude opus", "en")).models;
  expect(first?.vendorName).toBe("Anthropic");
  expect((await findUnavailable(owner, "openai/gpt-4o-mini", "en")).models).not.toContainEqual(
    expect.objectContaining({ name: "openai/gpt-4o-mini" }),
  );
  const said = { entry: {}, hidden: true };
  await setModel(owner, { scope: "team", vendor: "openai", model: "gpt-4o-mini", said });
  expect(await reasonOf("gpt-4o-mini")).toBe("hiddenByTeam");
  expect(await findUnavailable(owner, "  ", "en")).toEqual({ models: [], ask: [] });
  await expect(findUnavailable(await team.as("guest"), "gpt", "en")).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("who may not mend it is told who in the team can, and who may is not", async () => {
  const team = await newTeam(database.db);
  const [member, administrator] = [await team.as("member"), await team.as("administrator")];
  const owner = await team.as("owner");
  const nameOf = ({ actor }: Context, role: string) => `${role} ${actor.personId}`;
  const { models, ask } = await findUnavailable(member, "claude opus", "en");
  expect(models[0]?.reason).toBe("vendor");
  expect(ask).toEqual([nameOf(owner, "owner"), nameOf(administrator, "administrator")]);
  for (const one of [administrator, owner])
    expect((await findUnavailable(one, "claude opus", "en")).ask).toEqual([]);
});

test("what cannot be used comes with the vendors whose own it is first, before those who serve it too", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const vendors = (await findUnavailable(owner, "claude opus", "en")).models.map(
    ({ vendorName }) => vendorName,
  );
  expect(vendors[0]).toBe("Anthropic");
});

test("a model of the picker has both its names, the person's own shown", async () => {
  const team = await newTeam(database.db);
  const member = await team.as("member");
  await connect(team.teamId, "alibaba", ["qwen-max"]);
  await connect(team.teamId, "openai", ["gpt-4o-mini"]);
  const namesIn = async (locale: "en" | "zh-CN") =>
    (await getPicker(member, locale)).models.map(({ displayName, otherName }) => [displayName, otherName]);
  expect(await namesIn("en")).toContainEqual(["Qwen-Max", "通义千问-Max"]);
  expect(await namesIn("zh-CN")).toContainEqual(["通义千问-Max", "Qwen-Max"]);
  expect(await namesIn("en")).toContainEqual(["GPT-4o mini", null]);
});

test("stars and what was chosen lately are the person's, each once and the last one first", async () => {
  const team = await newTeam(database.db);
  const member = await team.as("member");
  await connect(team.teamId, "openai", ["a", "b"]);
  const choose = (model: string) =>
    rememberChoice(member, { chatId: null, choice: { kind: "model", model } });
  for (const model of ["openai/a", "openai/b", "openai/a"]) await choose(model);
  await rememberChoice(member, { chatId: null, choice: { kind: "mode", mode: "knowledge" } });
  await Promise.all(
    ["openai/a", "openai/b"].map((model) => setFavourite(member, { model, favourite: true })),
  );
  const picker = await getPicker(member, "en");
  expect(picker.recent).toEqual(["openai/a", "openai/b"]);
  expect([...picker.favourites].sort()).toEqual(["openai/a", "openai/b"]);
  await setFavourite(member, { model: "openai/a", favourite: false });
  expect((await getPicker(member, "en")).favourites).toEqual(["openai/b"]);
  const other = await newMember(database.db, team.teamId, "member");
  expect(await getPicker(other, "en")).toMatchObject({ favourites: [], recent: [] });
  await expect(
    setFavourite(await team.as("guest"), { model: "openai/a", favourite: true }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a model that a person adds can be chosen and put in a mode, and so can those of a vendor that keeps no list", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, "openai", ["gpt-4o-mini"]);
  await connect(team.teamId, "spark", []);
  // Asked in vain so far, and a local server that has pulled nothing: nothing is known to be there.
  await connect(team.teamId, "hunyuan", [], null);
  await connect(team.teamId, "ollama", []);
  const said = { entry: { name: "House 9000" }, hidden: false };
  await setModel(owner, { scope: "team", vendor: "openai", model: "house-9000", said });
  const names = async () => (await getPicker(owner, "en")).models.map(({ name }) => name);
  expect(await names()).toEqual(
    expect.arrayContaining(["openai/gpt-4o-mini", "openai/house-9000", "spark/generalv3.5"]),
  );
  expect((await names()).filter((name) => /^(hunyuan|ollama)/.test(name))).toEqual([]);
  const models = ["openai/house-9000", "spark/generalv3.5"];
  expect(await setModeModels(owner, { mode: "knowledge", models })).toEqual({ mode: "knowledge", models });
  expect((await findUnavailable(owner, "spark generalv3.5", "en")).models).toEqual([]);
});
