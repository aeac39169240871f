import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ThinkPiece, ThinkSplitter } from "./think-splitter";

function split(chunks: string[]): Record<ThinkPiece["kind"], string> {
  const splitter = new ThinkSplitter();
  const pieces = [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
  const join = (kind: ThinkPiece["kind"]) =>
    pieces
      .filter((piece) => piece.kind === kind)
      .map((piece) => piece.text)
      .join("");
  expect(pieces.every((piece) => piece.text !== "")).toBe(true);
  return { reasoning: join("reasoning"), text: join("text") };
}

const fragment = fc.constantFrom(
  "<think>",
  "</think>",
  "<",
  "</",
  "think>",
  "<thi",
  " ",
  "\n",
  "a",
  "想",
  "b c",
);
const anyText = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));
const cut = (text: string, sizes: number[]) => {
  const chunks: string[] = [];
  let rest = text;
  for (const size of sizes) {
    chunks.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...chunks, rest];
};

describe("ThinkSplitter", () => {
  it("splits the same text alike however it is cut", () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat({ max: 5 }), { maxLength: 40 }), (text, sizes) => {
        expect(split(cut(text, sizes))).toEqual(split([text]));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves a text that does not open with the tag exactly as it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.trimStart().startsWith("<think>"));
        expect(split([...text])).toEqual({ reasoning: "", text });
      }),
    );
  });

  it.each([
    ["<think>why</think>because", "why", "because"],
    ["\n<think>\nwhy\n</think>\n\nbecause", "why\n", "because"],
    ["<think></think>\n\nbecause", "", "because"],
    ["<think>never closed </thin", "never closed </thin", ""],
    ["<think>a < b </thinker></think>c", "a < b </thinker>", "c"],
    ["<think>a</think>b<think>c</think>", "a", "b<think>c</think>"],
    ["<thinking>x</thinking>", "", "<thinking>x</thinking>"],
    ["<thin", "", "<thin"],
  ])("splits %j", (text, reasoning, rest) => {
    expect(split([text])).toEqual({ reasoning, text: rest });
    expect(split([...text])).toEqual({ reasoning, text: rest });
  });

  it("holds back no more than what may be a tag", () => {
    const splitter = new ThinkSplitter();
    expect(splitter.push("Hello")).toEqual([{ kind: "text", text: "Hello" }]);
    expect(splitter.settled).toBe(true);
    const thinking = new ThinkSplitter();
    expect(thinking.push("<think>so</th")).toEqual([{ kind: "reasoning", text: "so" }]);
    expect(thinking.push("us")).toEqual([{ kind: "reasoning", text: "</thus" }]);
  });
});
