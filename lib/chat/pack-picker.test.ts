import fc from "fast-check";
import { expect, test } from "vitest";
import { MODES } from "@/lib/router/choice";
import { firstPicker } from "./first-picker";
import { packPicker } from "./pack-picker";
import type { Picker, PickerModel } from "./picker";
import { unpackPicker } from "./unpack-picker";

const count = fc.option(fc.nat());
const vendor = fc.constantFrom(
  { vendor: "a", vendorName: "Ä", demo: false },
  { vendor: "b", vendorName: "b", demo: true },
);
const abilities = fc.record({
  reasoning: fc.constantFrom("none" as const, "always" as const, "switchable" as const),
  thinksUnasked: fc.boolean(),
  temperature: fc.constantFrom("always" as const, "never" as const),
  maxTemperature: fc.constantFrom(1, 2),
  efforts: fc.subarray(["low" as const, "high" as const]),
});
const price = fc.record({
  currency: fc.constantFrom("USD", "CNY"),
  inputPerMillion: fc.constantFrom("0.15", "3"),
  outputPerMillion: fc.constantFrom("0", "12.5"),
  varies: fc.boolean(),
});
const model = fc
  .record({
    of: vendor,
    id: fc.string({ minLength: 1 }),
    displayName: fc.option(fc.string()),
    otherName: fc.option(fc.string()),
    contextLength: count,
    outputLimit: count,
    abilities,
    price: fc.option(price),
  })
  .map(
    ({ of, id, displayName, abilities: can, ...rest }): PickerModel => ({
      ...rest,
      ...of,
      name: `${of.vendor}/${id}`,
      displayName: displayName ?? id,
      abilities: { ...can, outputLimit: rest.outputLimit },
    }),
  );
const names = fc.array(fc.string(), { maxLength: 3 });
const picker = fc
  .record({
    models: fc.uniqueArray(model, { selector: ({ name }) => name, maxLength: 80 }),
    favourites: names,
    recent: names,
    tooLong: fc.constantFrom("switch" as const, "compact" as const),
    answering: fc.nat(100),
  })
  .map(
    ({ models, answering, ...rest }): Picker => ({
      ...rest,
      models,
      total: models.length,
      modes: MODES.map((mode) => {
        const model = models[answering] ?? null;
        return { mode, model, reason: model ? null : { code: "no_model", params: { mode } } };
      }),
    }),
  );

test("what is sent of a picker says as much as the picker", () => {
  fc.assert(
    fc.property(picker, (given) => {
      expect(unpackPicker(JSON.parse(JSON.stringify(packPicker(given))))).toEqual(given);
    }),
  );
});

test("a page is given few models, what it shows among them, in their order", () => {
  fc.assert(
    fc.property(picker, fc.nat(90), (given, place) => {
      const chosen = given.models[place]?.name ?? "gone/model";
      const starred = given.models.at(-1)?.name ?? "gone/model";
      const first = firstPicker({ ...given, favourites: [starred] }, { kind: "model", model: chosen });
      const kept = new Set(first.models);
      expect(first.models).toEqual(given.models.filter((one) => kept.has(one)));
      expect(first.models.length).toBeLessThanOrEqual(30 + 2 + 1 + 1 + given.recent.length);
      expect(first.total).toBe(given.models.length);
      const named = [chosen, starred, ...given.modes.map((mode) => mode.model?.name)];
      for (const one of given.models) if (named.includes(one.name)) expect(kept).toContain(one);
    }),
  );
});

test("a part of a picker is never sent as if it were all", () => {
  const part = { modes: [], models: [], total: 3, favourites: [], recent: [], tooLong: "switch" as const };
  expect(() => packPicker(part)).toThrow(RangeError);
});
