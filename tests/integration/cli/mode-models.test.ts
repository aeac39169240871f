import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { modeModels } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { newId } from "@/lib/ids";
import { listModeModels } from "@/lib/teams/list-mode-models";
import { setModeModels } from "@/lib/teams/set-mode-models";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { newTeam } from "../../support/team";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await upsertProvider(database.db, {
    teamId: INSTANCE_TEAM_ID,
    id: newId(),
    vendor: "openai",
    name: "openai",
    source: "person",
    models: [{ id: "gpt-4o" }, { id: "gpt-4o-mini" }],
  });
});
afterAll(() => database.drop());

test("a member may not choose the models of a mode", async () => {
  const team = await newTeam(database.db);
  const choosing = setModeModels(await team.as("member"), { mode: "knowledge", models: ["openai/gpt-4o"] });
  await expect(choosing).rejects.toMatchObject({ code: "forbidden" });
});

test("a team's choice is its own, each model once; another team goes on with Wye's", async () => {
  const [mine, other] = [await newTeam(database.db), await newTeam(database.db)];
  const models = ["openai/gpt-4o-mini", "OpenAI/GPT-4o", "openai/gpt-4o"];
  await setModeModels(await mine.as("owner"), { mode: "knowledge", models });
  const [own] = await listModeModels(await mine.as("member"));
  expect(own).toEqual({ mode: "knowledge", models: ["openai/gpt-4o-mini", "openai/gpt-4o"], stated: true });
  const [others] = await listModeModels(await other.as("member"));
  expect(others?.stated).toBe(false);
});

test("a list says when it was last chosen", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const longAgo = new Date("2001-01-01");
  await setModeModels(owner, { mode: "knowledge", models: ["openai/gpt-4o"] });
  const own = eq(modeModels.teamId, team.teamId);
  await database.db.update(modeModels).set({ updatedAt: longAgo }).where(own);
  await setModeModels(owner, { mode: "knowledge", models: ["openai/gpt-4o-mini"] });
  const [row] = await database.db.select().from(modeModels).where(own);
  expect(row?.updatedAt).not.toEqual(longAgo);
});

test("one unknown name leaves the list as it was", async () => {
  const team = await newTeam(database.db);
  const owner = await team.as("owner");
  const choosing = setModeModels(owner, { mode: "knowledge", models: ["openai/gpt-4o", "openai/gpt-99"] });
  await expect(choosing).rejects.toMatchObject({ code: "unknown_model", params: { model: "openai/gpt-99" } });
  expect((await listModeModels(owner))[0]?.stated).toBe(false);
});
