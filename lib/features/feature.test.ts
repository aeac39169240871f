import fc from "fast-check";
import { expect, test } from "vitest";
import { FEATURES, toFeatures } from "./feature";

test("exactly what the setting names is off, whatever else stands in it", () => {
  fc.assert(
    fc.property(fc.subarray([...FEATURES]), fc.array(fc.anything()), (off, rest) => {
      const unknown = rest.filter((item) => !FEATURES.some((feature) => feature === item));
      const features = toFeatures([...unknown, ...off]);
      expect(FEATURES.filter((feature) => !features[feature])).toEqual(off);
    }),
  );
});

test("a setting that is no list switches nothing off", () => {
  fc.assert(
    fc.property(
      fc.anything().filter((value) => !Array.isArray(value)),
      (setting) => {
        expect(Object.values(toFeatures(setting)).every(Boolean)).toBe(true);
      },
    ),
  );
});
