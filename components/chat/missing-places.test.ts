import fc from "fast-check";
import { expect, test } from "vitest";
import { missingPlaces } from "./missing-places";

const known =
  (...places: number[]) =>
  (place: number) =>
    places.includes(place);

test("scrolling up reads from the lowest that is missing, upwards", () => {
  expect(missingPlaces(known(100, 101), 80, 101, 50)).toEqual({ from: 99, to: 50 });
});

test("at the beginning, and below what is known, one reads downwards", () => {
  expect(missingPlaces(known(), 0, 20, 50)).toEqual({ from: 0, to: 49 });
  expect(missingPlaces(known(0, 1, 2), 1, 20, 5)).toEqual({ from: 3, to: 7 });
});

test("nothing is read twice, and reading on makes all of a stretch known", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat({ max: 300 })),
      fc.nat({ max: 300 }),
      fc.nat({ max: 60 }),
      fc.integer({ min: 1, max: 50 }),
      (before, low, length, pageLength) => {
        const places = new Set(before);
        const has = (place: number) => places.has(place);
        const high = low + length;
        for (
          let page = missingPlaces(has, low, high, pageLength);
          page;
          page = missingPlaces(has, low, high, pageLength)
        ) {
          const [from, to] = [Math.min(page.from, page.to), Math.max(page.from, page.to)];
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to - from).toBeLessThan(pageLength);
          for (let place = from; place <= to; place++) {
            expect(places.has(place)).toBe(false);
            places.add(place);
          }
        }
        for (let place = low; place <= high; place++) expect(places.has(place)).toBe(true);
      },
    ),
  );
});
