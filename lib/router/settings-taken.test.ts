import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EFFORTS, nearestEffort } from "./effort";
import type { ModelAbilities } from "./model-abilities";
import { settingsTaken } from "./settings-taken";
import type { Thinking } from "./thinking";

const model = (change: Partial<ModelAbilities> = {}): ModelAbilities => ({
  reasoning: "switchable",
  thinksUnasked: false,
  temperature: "unthinking",
  maxTemperature: 1,
  efforts: ["none", "low", "medium", "high"],
  outputLimit: 16_000,
  ...change,
});
const asked = { temperature: 0.5, maxOutputTokens: 1000, effort: "low" } as const;

const efforts = fc.subarray([...EFFORTS]);
const models: fc.Arbitrary<ModelAbilities> = fc.record({
  reasoning: fc.constantFrom("none", "always", "switchable"),
  thinksUnasked: fc.boolean(),
  temperature: fc.constantFrom("always", "unthinking", "never"),
  maxTemperature: fc.constantFrom(1, 2),
  efforts,
  outputLimit: fc.option(fc.integer({ min: 1000, max: 400_000 })),
});
const thinkings = fc.constantFrom<Thinking>("on", "off", "default");
const settings = fc.record(
  {
    temperature: fc.double({ min: 0, max: 2, noNaN: true }),
    maxOutputTokens: fc.integer({ min: 16, max: 1_000_000 }),
    effort: fc.constantFrom(...EFFORTS),
  },
  { requiredKeys: [] },
);

describe("settingsTaken", () => {
  it("sends nothing that was not asked for, and nothing beyond what the model takes", () => {
    fc.assert(
      fc.property(models, thinkings, settings, (abilities, thinking, wanted) => {
        const taken = settingsTaken(abilities, thinking, wanted);
        if (wanted.temperature === undefined) expect(taken.temperature).toBeUndefined();
        else expect(taken.temperature ?? 0).toBeLessThanOrEqual(abilities.maxTemperature);
        if (taken.effort !== undefined) expect(abilities.efforts).toContain(taken.effort);
        if (wanted.effort === undefined) expect(taken.effort).toBeUndefined();
        expect(taken.maxOutputTokens === undefined).toBe(wanted.maxOutputTokens === undefined);
        expect(taken.maxOutputTokens ?? 0).toBeLessThanOrEqual(abilities.outputLimit ?? 1_000_000);
        if (taken.noTemperature !== null) expect(taken.temperature).toBeUndefined();
        if (taken.noEffort !== null) expect(taken.effort).toBeUndefined();
      }),
    );
  });

  it("says why in the model's own terms, whether or not anything was asked", () => {
    const never = settingsTaken(model({ temperature: "never", efforts: [] }), "default", {});
    expect(never).toMatchObject({ noTemperature: "model", noEffort: "model" });
    expect(settingsTaken(model(), "on", {})).toMatchObject({ noTemperature: "thinking", noEffort: null });
    expect(settingsTaken(model(), "off", {})).toMatchObject({ noTemperature: null, noEffort: "mode" });
  });

  it("takes no temperature once an effort has the model think, and one again when it is told not to", () => {
    expect(settingsTaken(model(), "default", asked)).toMatchObject({
      temperature: undefined,
      effort: "low",
    });
    expect(settingsTaken(model(), "on", { ...asked, effort: "none" })).toMatchObject({
      temperature: 0.5,
      effort: "none",
    });
  });

  it("knows that some models think when they are told nothing", () => {
    expect(settingsTaken(model({ thinksUnasked: true }), "default", { temperature: 0.5 })).toMatchObject({
      temperature: undefined,
      noTemperature: "thinking",
    });
  });

  it("lowers what is more than the model takes", () => {
    expect(
      settingsTaken(model(), "off", { temperature: 1.8, maxOutputTokens: 50_000, effort: "max" }),
    ).toMatchObject({ temperature: 1, maxOutputTokens: 16_000 });
  });
});

describe("nearestEffort", () => {
  it("is the next lower that the model has, else the next higher, and never turns thinking off", () => {
    expect(nearestEffort("max", ["none", "low", "high"])).toBe("high");
    expect(nearestEffort("minimal", ["none", "low", "high"])).toBe("low");
    expect(nearestEffort("none", ["low", "high"])).toBe("low");
    expect(nearestEffort("high", ["none"])).toBeUndefined();
  });
});
