import fc from "fast-check";
import { expect, test } from "vitest";
import { keepStream } from "./keep-stream";

const PIECES = fc.array(fc.constantFrom('data: {"a":1}\n\n', ": wye\n\n", "data: hello\n\n"), {
  maxLength: 20,
});
const ENDS = [
  "data: [DONE]\n\n",
  'event: message_stop\ndata: {"type":"message_stop"}\n\n',
  'event: response.completed\ndata: {"type":"response.completed"}\n\n',
  'event: response.incomplete\ndata: {"type":"response.incomplete"}\n\n',
];
const BREAKS = [
  "",
  'data: {"error":{}}\n\n',
  "event: response.failed\ndata: {}\n\n",
  "event: error\ndata: {}\n\n",
];

async function pass(pieces: string[], most = 1_000_000) {
  const told: (string | null)[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(Buffer.from(piece));
      controller.close();
    },
  });
  const kept = keepStream(stream, most, {
    whole: async (bytes) => void told.push(bytes && Buffer.from(bytes).toString()),
    broken: async () => void told.push("broken"),
  });
  return { said: await new Response(kept).text(), told };
}

test("what ends as its wire ends what went well is kept whole; the rest passes and is not kept", async () => {
  await fc.assert(
    fc.asyncProperty(PIECES, fc.constantFrom(...ENDS, ...BREAKS), async (pieces, end) => {
      const all = end === "" ? pieces : [...pieces, end];
      const { said, told } = await pass(all);
      expect(said).toBe(all.join(""));
      expect(told).toEqual([ENDS.includes(end) ? all.join("") : "broken"]);
    }),
  );
});

test("what is too large passes, and is told to be", async () => {
  const pieces = ["data: hello\n\n", "data: [DONE]\n\n"];
  expect(await pass(pieces, 20)).toEqual({ said: pieces.join(""), told: [null] });
});

test("a reader that leaves ends it, and nothing is kept", async () => {
  const told: string[] = [];
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(Buffer.from("data: hello\n\n")),
    cancel: () => void told.push("left"),
  });
  const reader = keepStream(stream, 1_000, {
    whole: async () => void told.push("whole"),
    broken: async () => void told.push("broken"),
  }).getReader();
  await reader.read();
  await reader.cancel();
  expect(told).toEqual(["left", "broken"]);
});
