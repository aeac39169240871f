import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { routingPolicy } from "@/db/schema";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { decide } from "@/lib/completion/decide";
import { findUnavailable } from "@/lib/completion/find-unavailable";
import { getPicker } from "@/lib/completion/get-picker";
import { readOffers } from "@/lib/completion/offers";
import { planSummary } from "@/lib/completion/plan-summary";
import type { CompletionRequest } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import { listModeModels } from "@/lib/teams/list-mode-models";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { newTeam } from "@/tests/support/team";

const CHEAP = "openai/gpt-4o-mini";
const CHOSEN = "openai/gpt-4o";
const VAST = "openai/gpt-4.1";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await upsertProvider(database.db, {
    ...{ teamId: INSTANCE_TEAM_ID, id: newId(), vendor: "openai", name: "openai", source: "person" },
    models: [CHEAP, CHOSEN, VAST].map((name) => ({ id: name.replace("openai/", "") })),
  });
});
afterAll(() => database.drop());

async function teamWith(stated: Partial<RoutingPolicy>): Promise<Context> {
  const team = await newTeam(database.db);
  const policy = RoutingPolicy.parse(stated);
  await database.db.insert(routingPolicy).values({ teamId: team.teamId, policy });
  return team.as("member");
}
async function titleModel(context: Context): Promise<string> {
  const request: CompletionRequest = {
    ...{ purpose: "title", prompt: [], chatId: null, messageId: null, signal: AbortSignal.any([]) },
    choice: { kind: "model", model: CHOSEN },
  };
  const offers = await readOffers(database.db, context.actor.teamId);
  const [option] = decide({ db: database.db, actor: context.actor }, offers, request, {
    promptTokens: 10,
    now: new Date(),
  }).options;
  return `${option?.provider}/${option?.model}`;
}
const summariser = async (context: Context) =>
  (await planSummary(context, { kind: "model", model: CHOSEN }, 500_000)).choice;

test("a title is written by no model that the policy blocks", async () => {
  expect(await titleModel(await teamWith({}))).toBe(CHEAP);
  expect(await titleModel(await teamWith({ blocked: [CHEAP] }))).not.toBe(CHEAP);
});

test("a summary is written by no model that the policy blocks", async () => {
  expect(await summariser(await teamWith({}))).toEqual({ kind: "model", model: VAST });
  expect(await summariser(await teamWith({ blocked: [VAST] }))).toEqual({ kind: "model", model: CHOSEN });
});

test("a mode lists and shows no model that the policy blocks, and says so where none is left", async () => {
  const some = await teamWith({ blocked: [CHEAP] });
  const [knowledge] = await listModeModels(some);
  expect(knowledge?.models).not.toContain(CHEAP);
  expect(knowledge?.models.length).toBeGreaterThan(0);
  const shown = async (context: Context) =>
    (await getPicker(context, "en")).modes.find(({ mode }) => mode === "knowledge");
  expect((await shown(some))?.model?.name).toBe(knowledge?.models[0]);
  const none = await teamWith({ allowed: [] });
  expect(await shown(none)).toMatchObject({ model: null, reason: { code: "no_model" } });
  expect((await listModeModels(none))[0]?.models).toEqual([]);
});

test("a model that the policy blocks is not offered, and the search says why", async () => {
  const context = await teamWith({ blocked: [CHEAP] });
  const { models } = await getPicker(context, "en");
  expect(models.map(({ name }) => name).sort()).toEqual([CHOSEN, VAST].sort());
  const [found] = (await findUnavailable(context, CHEAP, "en")).models;
  expect(found).toMatchObject({ name: CHEAP, reason: "policy" });
});
