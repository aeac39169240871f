import { expect, test } from "vitest";
import { FirstWord } from "./first-word";

test("what comes before the first word is none, and the first word is remembered", () => {
  const first = new FirstWord("wye");
  first.hear(Buffer.from(': hello\n\ndata: {"type":"start"}\n\ndata: {"type":"text-start","id":"t0"}\n'));
  expect(first.atMs).toBeNull();
  first.hear(Buffer.from('\ndata: {"type":"text-delta","id":"t0","delta":"One"}\n\n'));
  const { atMs } = first;
  expect(atMs).not.toBeNull();
  first.hear(Buffer.from('data: {"type":"text-delta","id":"t0","delta":" two"}\n\n'));
  expect(first.atMs).toBe(atMs);
});
