import fc from "fast-check";
import { expect, test } from "vitest";
import { splitFences } from "./split-fences";

const LONG = "const x = 1;\n".repeat(200).trimEnd();

test("a long block stands alone between the prose about it, open or closed", () => {
  expect(splitFences(`Before\n\n\`\`\`ts\n${LONG}\n\`\`\`\n\nAfter`)).toEqual([
    { kind: "prose", text: "Before\n" },
    { kind: "code", language: "ts", code: LONG, open: false },
    { kind: "prose", text: "\nAfter" },
  ]);
  expect(splitFences(`~~~ python title=x\n${LONG}`)).toEqual([
    { kind: "code", language: "python", code: LONG, open: true },
  ]);
});

test("short blocks, indented ones and those within HTML stay where they are", () => {
  for (const text of [
    `${LONG}\n\n\`\`\`ts\nshort\n\`\`\``,
    `- a\n\n  \`\`\`ts\n${LONG.replaceAll("\n", "\n  ")}\n  \`\`\``,
    `<details>\n\n\`\`\`ts\n${LONG}\n\`\`\`\n\n</details>`,
    LONG,
  ])
    expect(splitFences(text)).toEqual([{ kind: "prose", text }]);
});

test("a fence within a longer fence, or of the other kind, ends nothing", () => {
  const inner = `\`\`\`js\n${LONG}\n\`\`\`\n~~~`;
  expect(splitFences(`\`\`\`\`markdown\n${inner}\n\`\`\`\``)).toEqual([
    { kind: "code", language: "markdown", code: inner, open: false },
  ]);
});

test("nothing is lost: the segments are the text", () => {
  const line = fc.constantFrom("```", "```ts", "````", "~~~", "prose", "", "  ```", LONG, "<div>", "</div>");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const segments = splitFences(text);
      const joined = segments.map((part) => (part.kind === "prose" ? part.text : part.code)).join("\n");
      const withoutFences = (from: string) => from.replace(/^[`~]{3,}[^\n]*$/gm, "").replaceAll("\n", "");
      expect(withoutFences(joined)).toBe(withoutFences(text));
    }),
  );
});

test("as text is added, what came before keeps its segment", () => {
  const text = `Before\n\n\`\`\`ts\n${LONG}\n\`\`\`\nAfter\n`;
  fc.assert(
    fc.property(fc.integer({ min: 2_100, max: text.length }), (length) => {
      expect(splitFences(text.slice(0, length))[0]).toEqual({ kind: "prose", text: "Before\n" });
    }),
  );
});
