import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Joint } from "./joint";

function join(before: string, ...deltas: string[]): string {
  const joint = new Joint(before);
  return before + deltas.map((delta) => joint.push(delta)).join("") + joint.end();
}

/** Text as models write it: words, lines, Markdown, Chinese. */
const pieces = fc.array(
  fc.constantFrom("the ", "fox", "quick ", " ", "\n", "\n\n", "- ", "| ", "`", "```ts\n", "10", "，", "狐狸"),
  { maxLength: 30 },
);
const prose = pieces.map((list) => list.join(""));
/** Any cut of a text into deltas. */
const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 });
function cut(text: string, sizes: readonly number[]): string[] {
  const deltas: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    deltas.push(text.slice(at, at + size));
    at += size;
  }
  return deltas;
}

describe("a joint", () => {
  it("does not depend on how the vendor cuts its stream", () => {
    fc.assert(
      fc.property(prose, prose, cuts, (before, rest, sizes) => {
        expect(join(before, ...cut(rest, sizes))).toBe(join(before, rest));
      }),
    );
  });

  it("says all that is new, in order, and at most drops its beginning", () => {
    fc.assert(
      fc.property(prose, prose, (before, rest) => {
        const joined = join(before, rest);
        expect(joined.startsWith(before)).toBe(true);
        const added = joined.slice(before.length).trimStart();
        expect(rest.endsWith(added)).toBe(true);
      }),
    );
  });

  it("drops a repetition of the end, however long within the look-back", () => {
    const words = fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), cuts, (numbers, count, sizes) => {
        const text = [...new Set(numbers)].map((number) => `word${number}`);
        const repeated = text.slice(-count).join(" ");
        fc.pre(repeated.length <= 240);
        const before = text.join(" ");
        expect(join(before, ...cut(`${repeated} and on`, sizes))).toBe(`${before} and on`);
        expect(join(`${before} `, ...cut(`${repeated} and on`, sizes))).toBe(`${before} and on`);
      }),
    );
  });

  it("holds back no more than what could be a repetition", () => {
    fc.assert(
      fc.property(prose, prose, (before, rest) => {
        const joint = new Joint(before);
        let given = 0;
        let said = 0;
        for (const character of rest) {
          given += character.length;
          said += joint.push(character).length;
          if (said === 0) expect(given).toBeLessThanOrEqual(480);
        }
      }),
    );
    const joint = new Joint("The quick brown fox");
    expect(joint.push(" jumps")).toBe(" jumps");
    expect(joint.push(" over")).toBe(" over");
  });

  it.each([
    ["a word that was cut", "The quick bro", "brown fox", "The quick brown fox"],
    ["a word that was whole", "The quick", "quick brown fox", "The quick brown fox"],
    ["a short last word", "It is a", "a fox", "It is a fox"],
    ["a number that was cut", "It costs 10", "100 yuan", "It costs 100 yuan"],
    ["the rest of a word", "inter", "national", "international"],
    ["words with their space", "one two ", "two three", "one two three"],
    ["a line that was begun", "- one\n- tw", "- two\n- three", "- one\n- two\n- three"],
    ["a list's mark", "- one\n- ", "- two", "- one\n- two"],
    ["a table's row", "| a | b |\n| c", "| c | d |", "| a | b |\n| c | d |"],
    ["Chinese", "天空之所以是蓝", "空之所以是蓝色的", "天空之所以是蓝色的"],
    ["a repetition after white space", "The quick bro", "\n\nbrown fox", "The quick brown fox"],
    [
      "a code block, opened again",
      "```ts\nconst a =",
      "```ts\nconst a = 1;\n```",
      "```ts\nconst a = 1;\n```",
    ],
    [
      "a code block's next line",
      "```ts\nfirst();",
      "```ts\n  next();\n```",
      "```ts\nfirst();\n  next();\n```",
    ],
  ])("fits together %s", (_what, before, rest, whole) => {
    expect(join(before, rest)).toBe(whole);
    expect(join(before, ...rest)).toBe(whole);
  });

  it.each([
    ["brackets that close", "```ts\n    }\n", "  }\n", "```ts\n    }\n  }\n"],
    ["a code block that ends", "```ts\nfirst();\n", "```\nDone.", "```ts\nfirst();\n```\nDone."],
    ["a code block after prose", "So:\n\n", "```ts\nfirst();", "So:\n\n```ts\nfirst();"],
    ["a word with the same beginning", "an ", "antelope", "an antelope"],
    ["Chinese that happens to repeat", "看一", "一看", "看一一看"],
    ["an indentation", "def f():\n  ", "  return 1", "def f():\n    return 1"],
    ["a paragraph", "First.\n", "\nSecond.", "First.\n\nSecond."],
  ])("leaves alone %s", (_what, before, rest, whole) => {
    expect(join(before, rest)).toBe(whole);
  });

  it("doubles no white space", () => {
    expect(join("The quick ", " brown")).toBe("The quick brown");
    expect(join("First.\n\n", "\n\nSecond.")).toBe("First.\n\nSecond.");
  });
});
