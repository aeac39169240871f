import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recoveredGain } from "./recovered-gain";

describe("the recovered gain", () => {
  it("is whole at once where the strong model is asked exactly when it helps", () => {
    expect(recoveredGain([2, 1, 0, 0], [1, 1, 0, 0])).toEqual({ apgr: 0.75, cpt50: 0.25, cpt80: 0.5 });
  });

  it("has its mean over an order and its reverse at a half", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 50 }), (gains) => {
        fc.pre(gains.includes(1));
        const up = gains.map((_, nth) => nth);
        const down = gains.map((_, nth) => -nth);
        expect((recoveredGain(up, gains).apgr + recoveredGain(down, gains).apgr) / 2).toBeCloseTo(0.5, 9);
      }),
    );
  });
});
