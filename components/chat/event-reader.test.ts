import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deltaFrame, partEndFrame, partStartFrame } from "@/lib/chat/frames";
import { DONE, finishChunk, metadataChunk, PING, startChunk } from "@/lib/chat/ui-chunks";
import { EventReader } from "./event-reader";

const ANSWER = "0197a000-0000-7000-8000-000000000000";
const METADATA = { parentId: null, status: "streaming", createdAt: "2026-01-01T00:00:00.000Z" } as const;

interface Wire {
  bytes: Uint8Array;
  /** Where each event ends in `bytes`, and the position there. */
  ends: { at: number; position: number }[];
}

/** An answer as the server sends it, in these pieces, with a ping after some. */
function wireOf(pieces: readonly { text: string; ping: boolean }[]): Wire {
  const events: { bytes: Uint8Array; position: number }[] = [
    { bytes: startChunk(ANSWER, METADATA), position: 0 },
  ];
  let at = 0;
  const add = (frame: { to: number; after(position: number): Uint8Array }) => {
    events.push({ bytes: frame.after(at), position: frame.to });
    at = frame.to;
  };
  add(partStartFrame("text", "t0", at));
  for (const { text, ping } of pieces) {
    if (text !== "") add(deltaFrame("text", "t0", text, at));
    if (ping) events.push({ bytes: PING, position: at }, { bytes: metadataChunk({}), position: at });
  }
  add(partEndFrame("text", "t0", at));
  events.push({ bytes: finishChunk({ status: "complete" }), position: at }, { bytes: DONE, position: at });
  let end = 0;
  const ends = events.map(({ bytes, position }) => {
    end += bytes.length;
    return { at: end, position };
  });
  return { bytes: Uint8Array.from(events.flatMap(({ bytes }) => [...bytes])), ends };
}

const pieces = fc.array(
  fc.record({
    text: fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(
        "\n\nid: 7\n\n",
        "data: [DONE]\n\n",
        "知识与推理",
        "🙂",
        '{"type":"start","messageId":"x"}',
      ),
    ),
    ping: fc.boolean(),
  }),
  { maxLength: 12 },
);
const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 60 });

/** The bytes in chunks of these lengths, over and over. */
function chunksOf(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = 1 + (lengths[turn % Math.max(1, lengths.length)] ?? 3);
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

describe("events", () => {
  test("come out unchanged and whole, however the network cuts them", () => {
    fc.assert(
      fc.property(pieces, cuts, (said, lengths) => {
        const { bytes, ends } = wireOf(said);
        const reader = new EventReader();
        const out: number[] = [];
        for (const chunk of chunksOf(bytes, lengths)) {
          out.push(...reader.take(chunk));
          if (out.length > 0) expect(ends.map(({ at }) => at)).toContain(out.length);
        }
        expect(Uint8Array.from(out)).toEqual(bytes);
        expect(reader.isOver).toBe(true);
      }),
    );
  });

  test("tell the answer and the position of the last one that is whole", () => {
    fc.assert(
      fc.property(pieces, cuts, (said, lengths) => {
        const { bytes, ends } = wireOf(said);
        const reader = new EventReader();
        let out = 0;
        for (const chunk of chunksOf(bytes, lengths)) {
          out += reader.take(chunk).length;
          const known = ends.findLast(({ at }) => at === out);
          expect(reader.position).toBe(known?.position ?? 0);
          expect(reader.answerId).toBe(out === 0 ? null : ANSWER);
          expect(reader.isOver).toBe(out === bytes.length);
        }
      }),
    );
  });

  test("that were half there when a connection broke are not mixed with those of the next", () => {
    const { bytes, ends } = wireOf([
      { text: "one", ping: false },
      { text: "two", ping: false },
    ]);
    const whole = ends[2]?.at ?? 0;
    const reader = new EventReader();
    const first = reader.take(bytes.subarray(0, whole + 5));
    reader.drop();
    const second = reader.take(bytes.subarray(whole));
    expect([...first, ...second]).toEqual([...bytes]);
  });
});
