import fc from "fast-check";
import { expect, test } from "vitest";
import { SseReader } from "./sse-reader";

test("the same payloads wherever the network cuts the stream", () => {
  fc.assert(
    fc.property(fc.array(fc.json(), { maxLength: 8 }), fc.array(fc.nat(300)), (payloads, cuts) => {
      const wire = payloads.map((payload) => `data: ${payload}\n\n`).join("");
      const points = [
        0,
        ...cuts.map((cut) => cut % (wire.length + 1)).toSorted((a, b) => a - b),
        wire.length,
      ];
      const reader = new SseReader();
      const read = points.slice(1).flatMap((end, index) => reader.push(wire.slice(points[index], end)));
      expect(read).toEqual(payloads);
    }),
  );
});

test("comments and other fields are no payload", () => {
  expect(new SseReader().push(": ping\n\nevent: x\ndata: 1\n\n")).toEqual(["1"]);
});
