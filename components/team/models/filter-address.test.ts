import fc from "fast-check";
import { expect, test } from "vitest";
import { MODES } from "@/lib/router/choice";
import { addressOf, CONNECTIONS, filterOf } from "./filter-address";
import { ABILITIES, NO_FILTER, SORTS } from "./find-models";

test("an address leads back to the same filter and the same model", () => {
  const filters = fc.record({
    query: fc.string({ unit: "grapheme", maxLength: 40 }),
    vendor: fc.option(fc.constantFrom("openai", "zhipu")),
    mode: fc.option(fc.constantFrom(...MODES)),
    abilities: fc.subarray([...ABILITIES]),
    connection: fc.option(fc.constantFrom(...CONNECTIONS)),
    pricing: fc.option(fc.constantFrom("priced" as const, "unpriced" as const)),
    sort: fc.constantFrom(...SORTS),
    descending: fc.boolean(),
  });
  const opened = fc.option(fc.string({ minLength: 1, maxLength: 40 }));
  fc.assert(
    fc.property(filters, opened, (filter, model) => {
      const address = new URLSearchParams(addressOf(filter, model).toString());
      expect(filterOf(address)).toEqual(filter);
      expect(address.get("model")).toBe(model);
    }),
  );
});

test("nothing is said of what goes without saying", () => {
  expect(addressOf(NO_FILTER, null).toString()).toBe("");
});

test("what an address gets wrong asks for nothing", () => {
  const wrong = new URLSearchParams(
    "mode=both&can=fly&connection=maybe&price=3&sort=luck&descending=yes&vendor=",
  );
  expect(filterOf(wrong)).toEqual(NO_FILTER);
});
