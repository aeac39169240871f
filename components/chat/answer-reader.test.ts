import { expect, test } from "vitest";
import { closing } from "@/lib/chat/closing";
import type { MessageMetadata, WyeMessage } from "@/lib/chat/message";
import { Run } from "@/lib/chat/run";
import { AnswerReader } from "./answer-reader";

const METADATA: MessageMetadata = {
  parentId: "q",
  status: "streaming",
  createdAt: "2026-01-01T00:00:00.000Z",
};
const BEGUN: WyeMessage = { id: "a", role: "assistant", parts: [], metadata: METADATA };

/** What a run of the server's sends, and how it is told to write. */
function stream() {
  const run = new Run({ teamId: "t", personId: "p", chatId: "c", answerId: "a" }, METADATA);
  const sent: Uint8Array[] = [];
  run.follow({ write: (bytes) => void sent.push(bytes), end: () => undefined });
  return { run, bytes: () => Buffer.concat(sent) };
}

function read(bytes: Uint8Array, pieceLength = bytes.length): AnswerReader {
  const reader = new AnswerReader(BEGUN);
  for (let at = 0; at < bytes.length; at += pieceLength) reader.take(bytes.subarray(at, at + pieceLength));
  return reader;
}

test("an answer is read as the server writes it, however its bytes are cut", () => {
  const { run, bytes } = stream();
  run.reasoning("Erst denken.\n\nDann: ");
  run.reasoning("推理");
  run.text("Die Antwort “42”.");
  run.finish(...closing({ ...METADATA, status: "complete", cost: "0.1" }));
  for (const pieceLength of [1, 7, 10_000]) {
    const { message, refusal } = read(bytes(), pieceLength);
    expect(refusal).toBeNull();
    expect(message).toEqual({
      ...BEGUN,
      parts: [
        { type: "reasoning", text: "Erst denken.\n\nDann: 推理", state: "done" },
        { type: "text", text: "Die Antwort “42”.", state: "done" },
      ],
      metadata: { ...METADATA, status: "complete", cost: "0.1" },
    });
  }
});

test("a reader that goes on after a broken connection has every word once", () => {
  const { run, bytes } = stream();
  run.text("one two ");
  const first = bytes();
  const after = Number([...first.toString().matchAll(/^id: (\d+)$/gm)].at(-1)?.[1]);
  const rest: Uint8Array[] = [];
  run.follow({ write: (more) => void rest.push(more), end: () => undefined }, after);
  run.text("three");
  run.finish(...closing({ ...METADATA, status: "complete" }));
  const { message } = read(Buffer.concat([first, ...rest]));
  expect(message.parts).toEqual([{ type: "text", text: "one two three", state: "done" }]);
});

test("what failed says why, and a refusal is told from it", () => {
  const error = { code: "vendor_timeout", params: { vendor: "openai" } } as const;
  const { run, bytes } = stream();
  run.finish(...closing({ ...METADATA, status: "failed", error }));
  const { message, refusal } = read(bytes());
  expect(message.metadata).toMatchObject({ status: "failed", error });
  expect(JSON.parse(refusal ?? "")).toEqual(error);
});
