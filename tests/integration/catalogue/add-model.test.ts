import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { addModel } from "@/lib/catalogue/add-model";
import { readBook } from "@/lib/catalogue/book";
import type { NewModelInput } from "@/lib/catalogue/model-input";
import { setModel } from "@/lib/catalogue/set-model";
import { getPicker } from "@/lib/completion/get-picker";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const VENDOR = "openai-compatible";
const input = (model: string, name: string, vendor = VENDOR): NewModelInput => ({
  ...{ scope: "team", vendor, model },
  said: { entry: { name }, hidden: false },
});

async function connect(teamId: string, vendor: string, models: string[]): Promise<void> {
  await upsertProvider(database.db, {
    ...{ teamId, id: newId(), vendor, name: vendor, source: "person", modelsListedAt: new Date() },
    baseUrl: "http://localhost:9/v1",
    models: models.map((id) => ({ id })),
  });
}

test("what is there is not added again, whoever says that it is there, and keeps what was said of it", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, VENDOR, ["Listed-1"]);
  await addModel(owner, input("added-1", "First"));
  const said = { entry: {}, hidden: true };
  await setModel(owner, { scope: "team", vendor: VENDOR, model: "hidden-1", said });
  const everybodys = { scope: "instance" as const, vendor: VENDOR, model: "all-1" };
  await setModel(asInstance(database.db), { ...everybodys, said: { entry: { name: "All" }, hidden: false } });
  for (const [model, vendor] of [
    ["listed-1", VENDOR],
    ["ADDED-1", VENDOR],
    ["hidden-1", VENDOR],
    ["all-1", VENDOR],
    ["GPT-4o", "openai"],
  ] as const)
    await expect(addModel(owner, input(model, "Second", vendor)), model).rejects.toMatchObject({
      code: "model_exists",
      params: { model: `${vendor}/${model}` },
    });
  const book = await readBook(database.db, team.teamId);
  expect(book.describe(VENDOR, "added-1").displayName).toBe("First");
  expect(book.hiddenBy(VENDOR, "hidden-1")).toBe("team");
  await setModel(asInstance(database.db), { ...everybodys, said: null });
});

test("of several who add a model at once one does, and the others are told", async () => {
  const owner = await (await newTeam(database.db)).as("owner");
  const results = await Promise.allSettled(
    ["A", "B", "C"].map((name) => addModel(owner, input("race-1", name))),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "model_exists" });
});

test("an added model is asked for as the vendor spells it", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, VENDOR, []);
  await addModel(owner, input("Qwen/House-7B", "House"));
  const names = async () => (await getPicker(owner, "en")).models.map(({ name }) => name);
  expect(await names()).toEqual([`${VENDOR}/Qwen/House-7B`]);
  expect(
    await setModel(owner, { scope: "team", vendor: VENDOR, model: "qwen/house-7b", said: null }),
  ).toEqual({
    entry: { name: "House" },
    hidden: false,
  });
});

test("what was removed at a local server is not there because somebody spoke of it", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  await connect(team.teamId, "ollama", ["qwen3:8b"]);
  const said = { entry: { name: "House Qwen" }, hidden: false };
  await setModel(owner, { scope: "team", vendor: "ollama", model: "qwen3:8b", said });
  const names = async () => (await getPicker(owner, "en")).models.map(({ displayName }) => displayName);
  expect(await names()).toEqual(["House Qwen"]);
  await connect(team.teamId, "ollama", []);
  expect(await names()).toEqual([]);
});

test("who may not change the catalogue adds nothing, and a team nothing for all", async () => {
  const team = await newTeam(database.db);
  for (const role of ["billing", "manager", "member", "guest"] as const)
    await expect(addModel(await team.as(role), input("x-1", "X"))).rejects.toMatchObject({
      code: "forbidden",
    });
  const all = { ...input("x-1", "X"), scope: "instance" as const };
  await expect(addModel(await team.as("owner"), all)).rejects.toMatchObject({ code: "forbidden" });
  expect((await readBook(database.db, team.teamId)).entry(VENDOR, "x-1")).toBeNull();
  await addModel(await team.as("owner"), input("x-1", "Ours"));
  const other = await newTeam(database.db);
  expect((await readBook(database.db, other.teamId)).entry(VENDOR, "x-1")).toBeNull();
});
