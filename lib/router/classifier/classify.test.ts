import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Classification, classify } from "./classify";
import { normalise } from "./normalise";
import { REASONS } from "./reason";

const MEGABYTES = 4;
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom("prove", "写", "求", "`", "\n", "= 3", "hello", "为什么", "{}", "\\boxed{", " "), {
      maxLength: 60,
    })
    .map((parts) => parts.join("")),
);
const past = fc.record({ text, mode: fc.constantFrom("knowledge" as const, "reasoning" as const, null) });
const question = fc.record({ text, history: fc.array(past, { maxLength: 4 }), attachments: fc.nat(3) });

const modeOf = (asked: string, history: Parameters<typeof classify>[0]["history"] = []) =>
  classify({ text: asked, history }).mode;

describe("classify", () => {
  it("answers any question with a probability, a mode that goes with it, and at most three known reasons", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { mode, pReasoning, reasons } = classify(asked);
        expect(pReasoning).toBeGreaterThanOrEqual(0);
        expect(pReasoning).toBeLessThanOrEqual(1);
        if (mode === "reasoning") expect(pReasoning).toBeGreaterThan(0.5);
        if (mode === "knowledge") expect(pReasoning).toBeLessThan(0.5);
        expect(reasons.length).toBeLessThanOrEqual(3);
        expect(REASONS).toEqual(expect.arrayContaining(reasons));
      }),
    );
  });

  it("gives the same answer to the same question, whatever was asked between", () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const first: Classification = classify(one);
        classify(other);
        expect(classify(one)).toEqual(first);
      }),
    );
  });

  it("reads only the beginning and the end of what is pasted", () => {
    const asked = "Summarise this report in three sentences, please. ";
    const filling = (word: string) => word.repeat((MEGABYTES * 2 ** 20) / word.length);
    const long = (word: string) =>
      classify({ text: `${asked.repeat(20)}${filling(word)}${asked.repeat(20)}` });
    expect(long("abcdefgh")).toEqual(long("prove it"));
  });

  it.each([
    "Let's think step by step.",
    "Please think step by step.",
    "Put your final answer in \\boxed{}.",
    "请一步步思考。",
  ])("is not moved by %s", (wrapping) => {
    for (const asked of ["Who wrote the Odyssey?", "Solve 3x + 4 = 19.", "唐朝的首都在哪里？"])
      expect(classify({ text: `${asked} ${wrapping}` }).pReasoning).toBe(
        classify({ text: asked }).pReasoning,
      );
  });

  it("is not moved by lettered options", () => {
    const asked = "Which planet is the largest?";
    expect(normalise(`${asked}\nA. Mars\nB. Venus\nC. Jupiter\nD. Saturn`)).toBe(asked);
    expect(normalise(`${asked}\n(A) Mars\n(B) Venus\n(C) Jupiter`)).toBe(asked);
  });

  it.each([
    ["Prove that there are infinitely many primes.", "reasoning"],
    ["Write a Python function that merges two sorted lists.", "reasoning"],
    ["What is a prime number?", "knowledge"],
    ["Write a poem about calculus.", "knowledge"],
    ["证明根号2是无理数", "reasoning"],
    ["写一首关于微积分的诗", "knowledge"],
    ["thanks!", "knowledge"],
  ])("decides %s by what it needs", (asked, mode) => {
    expect(modeOf(asked)).toBe(mode);
  });
});

describe("a follow-up", () => {
  const proof = "Prove that the square root of 2 is irrational.";
  const poem = "Write a poem about autumn.";

  it.each([
    "why?",
    "continue",
    "go on",
    "继续",
    "为什么？",
    "fix the second one",
    "are you sure?",
    "再详细一点",
  ])("such as %s inherits the mode of the conversation", (asked) => {
    expect(modeOf(asked, [{ text: proof, mode: "reasoning" }])).toBe("reasoning");
    expect(modeOf(asked, [{ text: poem, mode: "knowledge" }])).toBe("knowledge");
  });

  it("inherits what the last question that says something needs where no mode is known", () => {
    expect(modeOf("why?", [{ text: proof }, { text: "ok" }])).toBe("reasoning");
    expect(modeOf("继续", [{ text: "写一首关于秋天的诗" }])).toBe("knowledge");
  });

  it("says nothing alone", () => {
    expect(classify({ text: "why?" })).toEqual({ mode: "unsure", pReasoning: 0.5, reasons: ["follow-up"] });
  });

  it("is none where a new question stands for itself", () => {
    expect(modeOf("What is the capital of France?", [{ text: proof, mode: "reasoning" }])).toBe("knowledge");
    expect(modeOf("thanks!", [{ text: proof, mode: "reasoning" }])).toBe("knowledge");
    expect(modeOf("Solve x^2 - 5x + 6 = 0 and show each step.", [{ text: poem, mode: "knowledge" }])).toBe(
      "reasoning",
    );
  });
});

describe("nothing but an attachment", () => {
  it("is unsure, whatever few words point at it", () => {
    expect(classify({ text: "", attachments: 1 })).toEqual({
      mode: "unsure",
      pReasoning: 0.5,
      reasons: ["empty"],
    });
  });
});
