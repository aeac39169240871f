import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { audit } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { readBook } from "@/lib/catalogue/book";
import { importCatalogue } from "@/lib/catalogue/import-catalogue";
import { setModel } from "@/lib/catalogue/set-model";
import { getPicker } from "@/lib/completion/get-picker";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";
import { answer } from "../providers/gate-call";

let database: FreshDatabase;
beforeAll(async () => {
  setTestSecrets();
  database = await freshDatabase();
});
afterAll(() => database.drop());

const VENDOR = "openai-compatible";

async function connect(teamId: string, models: string[]): Promise<void> {
  await upsertProvider(database.db, {
    teamId,
    id: newId(),
    vendor: VENDOR,
    name: "house",
    baseUrl: "http://localhost:9/v1",
    source: "person",
    models: models.map((id) => ({ id })),
  });
}

test("a team's word on a model is laid over the instance's, and that over what ships, field by field", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const said = (scope: "team" | "instance", entry: object) => ({
    ...{ scope, vendor: "openai", model: "GPT-4o-mini" },
    said: { entry, hidden: false },
  });
  await setModel(asInstance(database.db), said("instance", { name: "Mini of all", outputLimit: 1000 }));
  await setModel(owner, said("team", { name: "Our mini" }));
  const book = await readBook(database.db, team.teamId);
  expect(book.describe("openai", "gpt-4o-mini")).toMatchObject({
    displayName: "Our mini",
    outputLimit: 1000,
    contextLength: 128_000,
  });
  const other = await readBook(database.db, (await newTeam(database.db)).teamId);
  expect(other.describe("openai", "gpt-4o-mini").displayName).toBe("Mini of all");
  await setModel(asInstance(database.db), { ...said("instance", {}), said: null });
});

test("a hidden model is not offered, not routed to, and not asked by its name", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, ["first", "second"]);
  const hide = { scope: "team" as const, vendor: VENDOR, model: "First", said: { entry: {}, hidden: true } };
  expect(await setModel(owner, hide)).toBeNull();
  const picker = await getPicker(owner, "en");
  expect(picker.models.map(({ name }) => name)).toEqual(["house/second"]);
  expect(picker.modes[0]?.model?.name).toBe("house/second");
  await expect(answer(owner, "house/first")).rejects.toMatchObject({ code: "unknown_model" });

  const before = await setModel(owner, { ...hide, said: null });
  expect(before).toEqual({ entry: {}, hidden: true });
  expect((await getPicker(owner, "en")).models).toHaveLength(2);
});

test("a model that was hidden cannot be asked where a provider keeps no list either", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, []);
  const said = { entry: {}, hidden: true };
  await setModel(owner, { scope: "team", vendor: VENDOR, model: "secret", said });
  await expect(answer(owner, "house/secret")).rejects.toMatchObject({ code: "unknown_model" });
});

test("what is said of a model is audited with what was said before", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const input = { scope: "team" as const, vendor: "openai", model: "o3" };
  await setModel(owner, { ...input, said: { entry: { name: "Three" }, hidden: false } });
  await setModel(owner, { ...input, said: null });
  const rows = await database.db.select().from(audit).where(eq(audit.teamId, team.teamId));
  expect(rows.map(({ action, target }) => [action, target])).toEqual([
    ["catalogue.set", "openai/o3"],
    ["catalogue.set", "openai/o3"],
  ]);
  expect(rows[1]?.before).toEqual({ entry: { name: "Three" }, hidden: false });
});

const litellm = (input: string) => `{
  "gpt-new": {"litellm_provider": "openai", "mode": "chat", "max_input_tokens": 64000,
    "input_cost_per_token": ${input}, "output_cost_per_token": 2e-06},
  "gpt-same": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": 1.5e-07,
    "output_cost_per_token": 6e-07},
  "gpt-bad": {"litellm_provider": "openai", "mode": "chat", "input_cost_per_token": -1,
    "output_cost_per_token": 1}}`;

test("a file is taken for a team, and again in its own place: what did not change keeps its day", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const take = (text: string) => importCatalogue(owner, { scope: "team", format: "litellm", text });
  expect(await take(litellm("1e-06"))).toMatchObject({
    ...{ models: 2, changed: 2, unchanged: 0, ended: 0, withdrawn: 0 },
    refused: [{ row: "gpt-bad" }],
  });
  const first = await readBook(database.db, team.teamId);
  const priceOf = (book: typeof first, model: string) => book.rate("openai", model, new Date());
  expect(priceOf(first, "gpt-new")?.perMillionMicro.input).toBe(1_000_000n);
  expect(first.describe("openai", "gpt-new").contextLength).toBe(64_000);
  const same = priceOf(first, "gpt-same");

  expect(await take(litellm("3e-06"))).toMatchObject({ changed: 1, unchanged: 1, ended: 0 });
  const second = await readBook(database.db, team.teamId);
  expect(priceOf(second, "gpt-new")?.perMillionMicro.input).toBe(3_000_000n);
  expect(priceOf(second, "gpt-same")).toEqual(same);

  const rest = '{"gpt-same": {"litellm_provider": "openai", "mode": "chat"}}';
  expect(await take(rest)).toMatchObject({ models: 1, ended: 3, withdrawn: 0 });
  const third = await readBook(database.db, team.teamId);
  expect(priceOf(third, "gpt-new")).toBeNull();
  expect(third.entry("openai", "gpt-new")).toBeNull();
  const other = await readBook(database.db, (await newTeam(database.db)).teamId);
  expect(priceOf(other, "gpt-same")).toBeNull();
});

test("what a person set stands over an import", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const said = { entry: { contextLength: 5 }, hidden: false };
  await setModel(owner, { scope: "team", vendor: "openai", model: "gpt-new", said });
  await importCatalogue(owner, { scope: "team", format: "litellm", text: litellm("1e-06") });
  const book = await readBook(database.db, team.teamId);
  expect(book.describe("openai", "gpt-new").contextLength).toBe(5);
});

test("two imports at once are taken one after the other", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const take = () => importCatalogue(owner, { scope: "team", format: "litellm", text: litellm("1e-06") });
  const reports = await Promise.all([take(), take(), take()]);
  expect(reports.map(({ changed }) => changed).toSorted()).toEqual([0, 0, 2]);
});

test("a file that is not of the format changes nothing and says so", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  for (const text of ["no json", "[]", "3"])
    await expect(importCatalogue(owner, { scope: "team", format: "litellm", text })).rejects.toMatchObject({
      code: "invalid_input",
    });
});

test("a file for a vendor that there is not is refused", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const input = { scope: "team", format: "portkey", text: "{}", vendor: "OpenAI" } as const;
  await expect(importCatalogue(owner, input)).rejects.toMatchObject({ code: "invalid_input" });
});

test("the wrong role, and a team that asks for the whole instance, are refused", async () => {
  const team = await newTeam(database.db);
  const said = { entry: {}, hidden: true };
  const input = { vendor: "openai", model: "o3", said };
  for (const role of ["billing", "manager", "member", "guest"] as const) {
    const member = await team.as(role);
    await expect(setModel(member, { ...input, scope: "team" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      importCatalogue(member, { scope: "team", format: "litellm", text: "{}" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  }
  const owner = await team.as("owner");
  await expect(setModel(owner, { ...input, scope: "instance" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    importCatalogue(owner, { scope: "instance", format: "litellm", text: "{}" }),
  ).rejects.toMatchObject({ code: "forbidden" });
  expect((await readBook(database.db, INSTANCE_TEAM_ID)).isHidden("openai", "o3")).toBe(false);
});
