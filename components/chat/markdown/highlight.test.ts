import { expect, test } from "vitest";
import { highlight } from "./highlight";
import { highlightLanguage } from "./highlight-languages";

test("names of languages and their short forms are known, others are not coloured", () => {
  expect(["ts", "TypeScript", "py", "c++", "sh"].map(highlightLanguage)).toEqual([
    "typescript",
    "typescript",
    "python",
    "cpp",
    "bash",
  ]);
  expect(["", "constructor", "__proto__", "klingon"].map(highlightLanguage)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("tokens carry the theme's variables and add up to the code", async () => {
  const code = "const answer = 42; // all\nlet b = `x`;\n";
  const lines = (await highlight(code, "ts")) ?? [];
  expect(lines.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(code);
  const colours = lines.flat().map(({ color }) => color);
  expect(colours).toContain("var(--code-keyword)");
  expect(colours).toContain("var(--code-comment)");
});

test("a language that is not known is left plain", async () => {
  expect(await highlight("x", "klingon")).toBeNull();
});
