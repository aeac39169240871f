import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { type Choice, MODES } from "./choice";
import { type Candidate, chooseModel, type RoutingInput } from "./choose-model";

const provider = fc.constantFrom("openai", "deepseek", "ollama", "slow");
const model = fc.constantFrom("m1", "m2", "org/m3", "M4");
const candidate: fc.Arbitrary<Candidate> = fc.record({ provider, model, modes: fc.subarray([...MODES]) });
const names = fc.array(
  fc.tuple(provider, model).map(([vendor, id]) => `${vendor}/${id}`),
  { maxLength: 4 },
);
const input: fc.Arbitrary<RoutingInput> = fc.record({
  candidates: fc.uniqueArray(candidate, { selector: (c) => `${c.provider}/${c.model}`, maxLength: 8 }),
  unlisted: fc.subarray(["spark", "slow"]),
  preferences: fc.record({ knowledge: names, reasoning: names }),
});
const byMode = (mode: (typeof MODES)[number]): Choice => ({ kind: "mode", mode });
const byName = (name: string): Choice => ({ kind: "model", model: name });
const codeOf = (run: () => unknown) => {
  try {
    run();
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : "other";
  }
};

describe("chooseModel by mode", () => {
  it("chooses only what is connected, refuses only when nothing is, and never repeats a model", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...MODES), (given, mode) => {
        const connected = given.candidates.map((c) => `${c.provider}/${c.model}`);
        if (connected.length === 0) {
          expect(codeOf(() => chooseModel(byMode(mode), given))).toBe("no_model");
          return;
        }
        const routing = chooseModel(byMode(mode), given);
        const all = [routing, ...routing.fallbacks].map((name) => `${name.provider}/${name.model}`);
        expect(connected).toEqual(expect.arrayContaining(all));
        expect(new Set(all).size).toBe(all.length);
        expect(routing.mode).toBe(mode);
      }),
    );
  });

  it("takes the first preferred model that is connected, and otherwise an able one before any other", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...MODES), (given, mode) => {
        fc.pre(given.candidates.length > 0);
        const routing = chooseModel(byMode(mode), given);
        const name = `${routing.provider}/${routing.model}`;
        const connected = given.candidates.map((c) => `${c.provider}/${c.model}`);
        const wanted = given.preferences[mode].find((preference) => connected.includes(preference));
        const able = given.candidates.find((c) => c.modes.includes(mode));
        if (wanted) expect([name, routing.reason]).toEqual([wanted, "preferred"]);
        else if (able) expect([name, routing.reason]).toEqual([`${able.provider}/${able.model}`, "able"]);
        else expect(routing.reason).toBe("only");
      }),
    );
  });

  it("lets one model that can switch its reasoning serve both modes", () => {
    const both: RoutingInput = {
      candidates: [{ provider: "anthropic", model: "hybrid", modes: ["knowledge", "reasoning"] }],
      unlisted: [],
      preferences: { knowledge: [], reasoning: [] },
    };
    for (const mode of MODES) {
      expect(chooseModel(byMode(mode), both)).toMatchObject({ model: "hybrid", reason: "able", mode });
    }
  });
});

describe("chooseModel by name", () => {
  it("gives exactly the named model, without fallback, or refuses", () => {
    fc.assert(
      fc.property(input, fc.tuple(provider, model), (given, [vendor, id]) => {
        const name = `${vendor}/${id}`;
        const isThere =
          given.candidates.some((c) => `${c.provider}/${c.model}` === name) ||
          given.unlisted.includes(vendor);
        if (!isThere) expect(codeOf(() => chooseModel(byName(name), given))).toBe("unknown_model");
        else {
          expect(chooseModel(byName(name), given)).toEqual({
            provider: vendor,
            model: id,
            mode: null,
            reason: "named",
            fallbacks: [],
          });
        }
      }),
    );
  });

  it("refuses a bare provider even where any model may exist", () => {
    const given: RoutingInput = {
      candidates: [],
      unlisted: ["spark"],
      preferences: { knowledge: [], reasoning: [] },
    };
    expect(codeOf(() => chooseModel(byName("spark/"), given))).toBe("unknown_model");
    expect(codeOf(() => chooseModel(byName("spark"), given))).toBe("unknown_model");
    expect(chooseModel(byName("spark/x1/beta"), given)).toMatchObject({
      provider: "spark",
      model: "x1/beta",
    });
  });
});
