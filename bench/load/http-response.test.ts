import fc from "fast-check";
import { expect, test } from "vitest";
import { readResponse, statusOf } from "./http-response";

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
const wire = (pieces: readonly Uint8Array[]): Buffer =>
  Buffer.concat([
    Buffer.from(HEAD),
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);
const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }));

test("the body is what was sent, whatever the chunks", () => {
  fc.assert(
    fc.property(pieces, (sent) => {
      expect(readResponse(wire(sent))).toEqual({ status: 200, body: Buffer.concat(sent) });
    }),
  );
});

test("a response that was cut is none, wherever it was cut", () => {
  fc.assert(
    fc.property(pieces, fc.nat(), (sent, cut) => {
      const whole = wire(sent);
      expect(() => readResponse(whole.subarray(0, cut % whole.length))).toThrow(RangeError);
    }),
  );
});

test("a status is known once the head is there", () => {
  expect(statusOf(Buffer.from(HEAD.slice(0, -1)))).toBeNull();
  expect(statusOf(Buffer.from(HEAD))).toBe(200);
  expect(() => statusOf(Buffer.from("220 mail\r\n\r\n"))).toThrow(RangeError);
});
