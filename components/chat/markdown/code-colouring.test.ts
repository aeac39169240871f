import { expect, test } from "vitest";
import { type CodeChunk, codeChunks } from "./code-chunks";
import { CodeColouring } from "./code-colouring";
import { type CodeToken, highlight, loadColour } from "./highlight";

const CODE = Array.from(
  { length: 40 },
  (_, nth) => `/* a comment\n   over lines */\nconst t${nth} = \`of \${nth}\n\nand more\`; // end`,
).join("\n");
const plain = (lines: readonly CodeToken[][]) =>
  lines.map((line) => line.map(({ text, color }) => [text, color]));

test("code that is coloured as it is written looks like code that is coloured at once", async () => {
  const colour = await loadColour("ts");
  if (colour === null) throw new Error("no colours");
  const colouring = new CodeColouring(colour);
  let chunks: CodeChunk[] = [];
  for (let length = 0; length < CODE.length + 100; length += 97) {
    chunks = codeChunks(CODE.slice(0, length), length < CODE.length, chunks);
    while (colouring.step(chunks));
  }
  const lines = chunks.flatMap((chunk, at) => colouring.linesOf(chunk, at) ?? []);
  expect(plain(lines)).toEqual(plain((await highlight(CODE, "ts")) ?? []));
});

test("no chunk is coloured twice, but for the last while it grows", async () => {
  const asked: string[] = [];
  const colouring = new CodeColouring((code) => {
    asked.push(code);
    return { lines: [], state: undefined };
  });
  const code = "x\n".repeat(100);
  let chunks: CodeChunk[] = [];
  for (let length = 2; length <= code.length; length += 2) {
    chunks = codeChunks(code.slice(0, length), true, chunks);
    while (colouring.step(chunks));
  }
  expect(asked).toHaveLength(100);
});

test("other code is coloured anew", () => {
  const colouring = new CodeColouring((code) => ({
    lines: [[{ offset: 0, text: code, color: "red" }]],
    state: undefined,
  }));
  const first = codeChunks("a\n".repeat(30), false);
  while (colouring.step(first));
  const second = codeChunks("b\n".repeat(30), false, first);
  while (colouring.step(second));
  expect(second.map((chunk, at) => colouring.linesOf(chunk, at)?.[0]?.[0]?.text[0])).toEqual(["b", "b"]);
});
