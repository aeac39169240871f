import { describe, expect, it } from "vitest";
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
  rateOf,
  thinker,
  triedIn,
} from "@/tests/support/routing";

const both = catalogue([knower("a/k1"), knower("b/k2"), thinker("a/r1"), thinker("b/r2")], {
  knowledge: ["b/k2", "a/k1"],
  reasoning: ["a/r1", "b/r2"],
});

describe("a conversation", () => {
  const before = { provider: "b", model: "k2", mode: "knowledge", cachedTokens: 0 } as const;
  const history = [{ text: POEM, mode: "knowledge" as const }];

  it("goes on in its mode where a text says little by itself", () => {
    const later = decide(asked("why?", { before: { ...before, mode: "reasoning" } }), both);
    expect(later).toMatchObject({ mode: "reasoning", decidedBy: "conversation" });
  });

  it("turns where the evidence is strong, and nothing is lost by it", () => {
    expect(decide(asked(PROOF, { before, history }), both)).toMatchObject({
      mode: "reasoning",
      decidedBy: "classifier",
      cacheLoss: null,
    });
  });

  it("does not turn on what would have decided its first turn, were that less than strong", () => {
    expect(decide(asked(PRIME), both)).toMatchObject({ mode: "reasoning", decidedBy: "classifier" });
    const later = decide(asked(PRIME, { before, history }), both);
    expect(later).toMatchObject({ mode: "knowledge", decidedBy: "conversation" });
    expect(later.confidence).toBe(1 - (later.pReasoning ?? 0));
  });

  it("stays where the prompt cache that a turn throws away outweighs the evidence, and says what a turn loses", () => {
    const dear = catalogue([
      knower("b/k2", { rate: rateOf("b/k2", "1000", "1", "0") }),
      thinker("a/r1", { rate: rateOf("a/r1", "1000", "4") }),
    ]);
    const held = { before: { ...before, cachedTokens: 99_000 }, promptTokens: 99_000, history };
    expect(decide(asked(PROOF, held), dear)).toMatchObject({
      mode: "knowledge",
      decidedBy: "conversation",
      cacheLoss: null,
    });
    expect(
      decide(asked(PROOF, { ...held, choice: { kind: "mode", mode: "reasoning" } }), dear),
    ).toMatchObject({
      mode: "reasoning",
      cacheLoss: { costPico: 99_000n * 1_000_000_000n, currency: "USD" },
    });
  });

  it("keeps a hybrid model and has it think, and throws no cache away", () => {
    const given = catalogue([candidate("a/h"), thinker("b/r2")], { knowledge: ["a/h"], reasoning: ["b/r2"] });
    const cached = { provider: "a", model: "h", mode: "knowledge", cachedTokens: 900 } as const;
    expect(decide(asked(PROOF, { before: cached, history }), given)).toMatchObject({
      mode: "reasoning",
      model: "h",
      cacheLoss: null,
    });
    expect(decide(asked(PROOF), given).model).toBe("r2");
  });

  it("stays with its model in the same mode, as long as the mode's list has it", () => {
    const second = { provider: "a", model: "k1", mode: "knowledge", cachedTokens: 0 } as const;
    expect(triedIn(decide(byMode("knowledge", { before: second }), both))).toEqual(["a/k1", "b/k2"]);
    const listed = { ...both, preferences: { knowledge: ["b/k2"], reasoning: [] } };
    expect(decide(byMode("knowledge", { before: second }), listed).model).toBe("k2");
    const failing = { health: { "a/k1": { state: "open" as const } } };
    expect(decide(byMode("knowledge", { before: second }), both, failing).model).toBe("k2");
  });
});

describe("a conversation that is too long", () => {
  const small = knower("x/small", { contextLength: 10_000 });
  const long = byMode("knowledge", { promptTokens: 50_000 });

  it("goes to a model that has the room, and is summarised where none has", () => {
    const roomy = catalogue([small, knower("y/large")]);
    expect(decide(long, roomy)).toMatchObject({ model: "large", compact: false });
    expect(decide(long, catalogue([small]))).toMatchObject({ model: "small", compact: true });
  });

  it("is summarised for the first model where the policy says so", () => {
    const given = catalogue([small, knower("y/large")]);
    expect(decide(long, given, { policy: { tooLong: "compact" } })).toMatchObject({
      model: "small",
      compact: true,
    });
  });

  it("is summarised for a model that was named", () => {
    const given = catalogue([small, knower("y/large")]);
    const named = byName("x/small", { promptTokens: 50_000 });
    expect(decide(named, given)).toMatchObject({ model: "small", compact: true, despite: "too-long" });
  });
});
