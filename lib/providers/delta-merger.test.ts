import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DeltaMerger } from "./delta-merger";

const delta = (change: object, rest: object = {}) =>
  `data: ${JSON.stringify({ id: "x", choices: [{ index: 0, delta: change, finish_reason: null }], ...rest })}\n\n`;

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
const event = fc.oneof(
  { weight: 6, arbitrary: text.map((content) => delta({ content })) },
  { weight: 3, arbitrary: text.map((reasoning_content) => delta({ reasoning_content, content: null })) },
  { weight: 1, arbitrary: fc.constant(delta({ role: "assistant", content: "" })) },
  { weight: 1, arbitrary: fc.constant(delta({ tool_calls: [{ index: 0, function: { arguments: "{" } }] })) },
  { weight: 1, arbitrary: fc.constant(delta({ content: "end" }, { usage: { total_tokens: 1 } })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ": ping\n\n",
      "data: [DONE]\n\n",
      "data: {broken\n\n",
      "event: x\r\ndata: 1\r\n\r\n",
    ),
  },
);

/** The stream as the SDK would read it: every text by kind, joined with its neighbours, and all else in its place. */
function meaning(stream: string): string[] {
  const out: string[] = [];
  let last = "";
  for (const block of stream.split(/(?<=\r?\n\r?\n)/)) {
    const match = /^data: (\{.*\})\s*$/s.exec(block);
    let kind = "";
    let said = "";
    try {
      const { choices, usage } = JSON.parse(match?.[1] ?? "") as {
        choices: [{ delta: Record<string, string | null> }];
        usage?: object;
      };
      const fields = Object.entries(choices[0].delta).filter(([, value]) => value !== null);
      const [field] = fields;
      if (!usage && fields.length === 1 && field && field[0] !== "tool_calls")
        [kind, said] = [field[0], field[1] ?? ""];
    } catch {
      kind = "";
    }
    if (kind !== "" && kind === last) out.push(`${out.pop() ?? ""}${said}`);
    else out.push(kind === "" ? block : `${kind}: ${said}`);
    last = kind;
  }
  return out;
}

function cut(stream: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (let n = 0; at < stream.length; n++) {
    const size = sizes.length === 0 ? stream.length : (sizes[n % sizes.length] ?? 1);
    pieces.push(stream.slice(at, at + size));
    at += size;
  }
  return pieces;
}

describe("merging the deltas of a chat stream", () => {
  test("changes nothing of what it says, however the stream is cut and flushed", () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        (events, sizes, flushes) => {
          const stream = events.join("");
          const merger = new DeltaMerger();
          let out = "";
          cut(stream, sizes).forEach((piece, n) => {
            out += merger.push(piece);
            if (flushes[n % flushes.length]) out += merger.flush();
          });
          out += merger.end();
          expect(meaning(out)).toEqual(meaning(stream));
        },
      ),
    );
  });

  test("makes one event of a burst", () => {
    const merger = new DeltaMerger();
    const burst = Array.from({ length: 200 }, (_, n) => delta({ content: `${n} ` })).join("");
    expect(merger.push(burst)).toBe("");
    const merged = merger.flush();
    expect(merged.match(/data: /g)).toHaveLength(1);
    expect(merged).toContain("0 1 2 3");
  });

  test("gives out a broken-off rest as it came", () => {
    const merger = new DeltaMerger();
    expect(merger.push(`${delta({ content: "a" })}data: {"half`)).toBe("");
    expect(merger.end()).toBe(`${delta({ content: "a" })}data: {"half`);
  });
});
