import { afterAll, beforeAll, expect, test } from "vitest";
import { upsertProvider } from "@/db/queries/providers";
import { routingPolicy } from "@/db/schema";
import { defaultModels } from "@/lib/catalogue/default-models";
import { newId } from "@/lib/ids";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import { newTeam } from "../../support/team";
import { type CommandWorld, openCommandWorld } from "./command-world";
import { runCommand, runLauncher } from "./run-command";

let world: CommandWorld;
beforeAll(async () => {
  world = await openCommandWorld(["m1"]);
});
afterAll(() => world.close());

/** No database and no secrets: deciding by a text needs neither. */
const route = (input: string, ...args: string[]) => runCommand({}, ["route", ...args], input);
const lines = (...questions: object[]) => questions.map((question) => JSON.stringify(question)).join("\n");

test("each line of input gets one decision, in order, with what it took", async () => {
  const {
    code,
    stderr,
    lines: decisions,
  } = await route(
    lines(
      { text: "Prove that the square root of 3 is irrational." },
      { text: "写一首关于微积分的诗" },
      { text: "why?", history: [{ role: "user", text: "...", mode: "reasoning" }] },
    ),
    "--mode",
    "auto",
    "--json",
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(decisions().map(({ mode }) => mode)).toEqual(["reasoning", "knowledge", "reasoning"]);
  for (const decision of decisions())
    expect(decision).toMatchObject({
      p_reasoning: expect.any(Number),
      p_stronger: expect.any(Number),
      model: expect.stringMatching(/^[^/]+\/.+$/),
      reasons: expect.any(Array),
      micros: expect.any(Number),
    });
});

test("the mode may stand beside the answer, the text under content, and a turn may be plain text", async () => {
  const history = [
    "Hello",
    { role: "user", content: "Solve x^2 = 2." },
    { role: "assistant", content: "x is the root of 2.", mode: "reasoning" },
  ];
  const { lines: decisions } = await route(lines({ text: "继续", history }), "--json");
  expect(decisions()).toEqual([expect.objectContaining({ mode: "reasoning", reasons: ["follow-up"] })]);
});

test("a line that is no question ends with 2 and is named, after what came before it was decided", async () => {
  const { code, stdout, stderr } = await route(`${lines({ text: "hi" })}\n{"txt": 1}\n`, "--json");
  expect(code).toBe(2);
  expect(stdout.trim().split("\n")).toHaveLength(1);
  expect(stderr).toContain("Line 2");
});

test("without a team the model is the first of Wye's defaults that the mode has, also where Auto is unsure", async () => {
  const { lines: decisions } = await route(lines({ text: "Write a poem." }, { text: "why?" }), "--json");
  const [first] = defaultModels("knowledge");
  expect(decisions().map(({ mode, model }) => [mode, model])).toEqual([
    ["knowledge", first],
    ["unsure", first],
  ]);
});

test("the launcher opens no database for it", async () => {
  const { code, stderr } = await runLauncher({ DATABASE_URL: "postgres://wye:wye@127.0.0.1:1/wye" }, [
    "route",
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("of a team it is the team's model, by its policy, and none where nothing may answer", async () => {
  const [team, strict] = [await newTeam(world.db), await newTeam(world.db)];
  for (const { teamId } of [team, strict])
    await upsertProvider(world.db, {
      ...{ teamId, id: newId(), vendor: "openai", name: "mine", source: "person" },
      models: [{ id: "gpt-4o" }, { id: "o3" }],
    });
  const policy = RoutingPolicy.parse({ allowed: [] });
  await world.db.insert(routingPolicy).values({ teamId: strict.teamId, policy });
  const asked = lines({ text: "Prove that the square root of 3 is irrational." });
  const of = async (name: string) => {
    const { lines: decisions } = await runCommand(world.env, ["route", "--team", name, "--json"], asked);
    return decisions();
  };
  expect(await of(team.name)).toEqual([expect.objectContaining({ mode: "reasoning", model: "mine/o3" })]);
  expect(await of(strict.teamId)).toEqual([expect.objectContaining({ mode: "reasoning", model: null })]);
});
