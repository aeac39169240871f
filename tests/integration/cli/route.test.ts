import { expect, test } from "vitest";
import { runCommand } from "./run-command";

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
      model: null,
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
