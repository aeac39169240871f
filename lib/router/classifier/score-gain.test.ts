import fc from "fast-check";
import { expect, it } from "vitest";
import { scoreGain } from "./score-gain";

it("the gain of a stronger model lies between -1 and 1, the same for the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const gain = scoreGain(text);
      expect(Math.abs(gain)).toBeLessThanOrEqual(1);
      expect(scoreGain(text)).toBe(gain);
    }),
  );
});
