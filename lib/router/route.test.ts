import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import {
  asked,
  byMode,
  byName,
  candidate,
  catalogue,
  decide,
  knower,
  POEM,
  PRIME,
  PROOF,
  thinker,
  triedIn,
} from "@/tests/support/routing";
import type { RoutingPolicy } from "./policy/policy";

const both = catalogue([knower("a/k1"), knower("b/k2"), thinker("a/r1"), thinker("b/r2")], {
  knowledge: ["b/k2", "a/k1"],
  reasoning: ["a/r1", "b/r2"],
});
function codeOf(run: () => unknown): string {
  try {
    run();
    return "nothing was thrown";
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe("who decides the mode", () => {
  it("is Auto by the question, with how sure it is and why", () => {
    const proof = decide(asked(PROOF), both);
    expect(proof).toMatchObject({ mode: "reasoning", model: "r1", decidedBy: "classifier" });
    expect(proof.reasons.length).toBeGreaterThan(0);
    expect(proof.confidence).toBe(proof.pReasoning);
    const poem = decide(asked(POEM), both);
    expect(poem).toMatchObject({ mode: "knowledge", model: "k2", decidedBy: "classifier" });
    expect(poem.confidence).toBe(1 - (poem.pReasoning ?? 0));
  });

  it("is the policy where Auto is unsure", () => {
    for (const whenUnsure of ["knowledge", "reasoning"] as const)
      expect(decide(asked("why?"), both, { policy: { whenUnsure } })).toMatchObject({
        mode: whenUnsure,
        decidedBy: "default",
        confidence: 0.5,
      });
  });

  it("is the person who chose it, whom nobody asks a classifier about", () => {
    expect(decide(byMode("reasoning"), both)).toMatchObject({
      mode: "reasoning",
      decidedBy: "person",
      pReasoning: null,
      confidence: null,
    });
  });

  it("is the team's threshold, from which it takes Reasoning, and just below which it is unsure", () => {
    const pReasoning = decide(asked(PRIME), both).pReasoning ?? 0;
    const taken = (threshold: number, whenUnsure: "knowledge" | "reasoning" = "knowledge") => {
      const { mode, decidedBy } = decide(asked(PRIME), both, { policy: { threshold, whenUnsure } });
      return [mode, decidedBy];
    };
    expect(taken(pReasoning)).toEqual(["reasoning", "classifier"]);
    expect(taken(pReasoning + 1e-9)).toEqual(["knowledge", "default"]);
    expect(taken(pReasoning + 1e-9, "reasoning")).toEqual(["reasoning", "default"]);
    expect(taken(0.95, "reasoning")).toEqual(["knowledge", "classifier"]);
  });

  it("names what the other mode would have taken", () => {
    const { alternatives } = decide(asked(PROOF), both);
    expect(alternatives.map(({ mode, model }) => [mode, model])).toEqual([["knowledge", "k2"]]);
    expect(alternatives[0]?.estimate.costPico).toEqual(expect.any(BigInt));
  });
});

describe("a rule", () => {
  const RULE = { id: "0190d2f0-0000-7000-8000-00000000000a", name: "", enabled: true };
  const ruled = (when: object, then: object) =>
    ({ rules: [{ ...RULE, when, then }] }) as Partial<RoutingPolicy>;

  it("decides the mode, also where a person chose one, and is named", () => {
    const about = { policy: ruled({ matches: "poem" }, { mode: "reasoning" }) };
    const expected = { mode: "reasoning", decidedBy: "rule", ruleId: RULE.id };
    expect(decide(asked(POEM), both, about)).toMatchObject(expected);
    expect(decide(byMode("knowledge"), both, about)).toMatchObject(expected);
  });

  it("never touches a model that a person named", () => {
    const about = { policy: ruled({}, { mode: "reasoning", model: "a/r1" }) };
    expect(decide(byName("a/k1"), both, about)).toMatchObject({ model: "k1", ruleId: null });
  });

  it("puts its model before the mode's, which are tried next", () => {
    const about = { policy: ruled({ images: true }, { model: "a/k1" }) };
    expect(triedIn(decide(byMode("knowledge", { images: 1 }), both, about))).toEqual(["a/k1", "b/k2"]);
    expect(triedIn(decide(byMode("knowledge"), both, about))).toEqual(["b/k2", "a/k1"]);
  });

  it("cannot have the demo answer, nor what the policy blocks", () => {
    const given = catalogue([knower("a/k1"), knower("b/k2"), candidate("demo/demo", { demo: true })]);
    expect(decide(byMode("knowledge"), given, { policy: ruled({}, { model: "demo/demo" }) }).model).toBe(
      "k1",
    );
    const about = { policy: { ...ruled({}, { model: "b/k2" }), blocked: ["b/*"] } };
    const blocked = decide(byMode("knowledge"), given, about);
    expect(blocked.model).toBe("k1");
    expect(blocked.leftOut).toEqual([{ provider: "b", model: "k2", because: "blocked" }]);
  });

  it("gives an effort, unless the person asked for one", () => {
    const about = { policy: ruled({}, { effort: "high" }) };
    expect(decide(byMode("reasoning"), both, about).effort).toBe("high");
    expect(decide(byMode("reasoning", { effort: "low" }), both, about).effort).toBe("low");
  });
});

describe("a model that was named", () => {
  const given = catalogue(
    [
      candidate("a/m"),
      candidate("b/m", { sameAs: "m" }),
      candidate("c/n"),
      candidate("demo/demo", { demo: true }),
    ],
    { knowledge: ["c/n"], unlisted: ["spark"] },
  );

  it("has its other hosts tried next, and others only with consent", () => {
    expect(triedIn(decide(byName("A/M"), given))).toEqual(["a/m", "b/m"]);
    expect(triedIn(decide(byName("a/m", { standIn: true }), given))).toEqual(["a/m", "b/m", "c/n"]);
  });

  it("stays where it is over the ceiling, and says so", () => {
    const about = { policy: { ceiling: { amount: "0.0001", currency: "USD" } } };
    expect(decide(byName("a/m"), given, about)).toMatchObject({ model: "m", despite: "over-ceiling" });
  });

  it("is refused where the policy forbids it, each time for its reason", () => {
    const refused = (stated: Partial<RoutingPolicy>) =>
      codeOf(() => decide(byName("a/m"), given, { policy: stated }));
    expect(refused({ blocked: ["*/m"] })).toBe("model_blocked");
    expect(refused({ allowed: ["b/*"] })).toBe("model_blocked");
    expect(refused({ residency: "local" })).toBe("model_residency");
  });

  it("may be any where its provider keeps no list, but no bare provider", () => {
    expect(decide(byName("spark/x1/beta"), given)).toMatchObject({
      provider: "spark",
      model: "x1/beta",
      mode: null,
    });
    for (const name of ["spark/", "spark", "a/none", "none/m"])
      expect(codeOf(() => decide(byName(name), given))).toBe("unknown_model");
    expect(codeOf(() => decide(byName("spark/x1"), given, { policy: { blocked: ["spark/*"] } }))).toBe(
      "model_blocked",
    );
  });
});
