import { describe, expect, it } from "vitest";
import {
  byMode,
  type Circumstances,
  candidate,
  catalogue,
  decide,
  knower,
  rateOf,
  thinker,
  triedIn,
} from "@/tests/support/routing";
import type { RouterCandidate } from "./candidate";
import { nameOf } from "./model-name";
import { MOST_FALLBACKS } from "./most-fallbacks";
import type { RoutingPolicy } from "./policy/policy";
import type { RoutingRequest } from "./request";

describe("the order in a mode", () => {
  it("is the list, then whoever is able, and nobody else while there are such", () => {
    const given = catalogue([knower("x/able"), knower("x/second"), thinker("x/other"), knower("x/first")], {
      knowledge: ["x/first", "x/gone", "X/SECOND"],
    });
    expect(triedIn(decide(byMode("knowledge"), given))).toEqual(["x/first", "x/second", "x/able"]);
  });

  it("is by cost where the policy wants it, and by both in between", () => {
    const at = (name: string, price: string) => knower(name, { rate: rateOf(name, price, price) });
    const given = catalogue([at("x/best", "100"), at("x/good", "2"), at("x/cheap", "1")], {
      knowledge: ["x/best", "x/good", "x/cheap"],
    });
    const first = (quality: number) => decide(byMode("knowledge"), given, { policy: { quality } }).model;
    expect([first(1), first(0.5), first(0)]).toEqual(["best", "good", "cheap"]);
  });

  it("has the same model at another host before another model", () => {
    const given = catalogue([knower("x/m"), knower("x/n"), knower("y/m", { sameAs: "m" })], {
      knowledge: ["x/m", "x/n"],
    });
    expect(triedIn(decide(byMode("knowledge"), given))).toEqual(["x/m", "y/m", "x/n"]);
  });

  it("has others after three of one provider, since its models are down together", () => {
    const given = catalogue([
      ...Array.from({ length: 20 }, (_, nth) => knower(`x/m${nth}`)),
      knower("y/one", { sameAs: "one" }),
    ]);
    const tried = triedIn(decide(byMode("knowledge"), given));
    expect(tried.slice(0, 4)).toEqual(["x/m0", "x/m1", "x/m2", "y/one"]);
    expect(tried).toHaveLength(1 + MOST_FALLBACKS);
  });
});

describe("who is left out", () => {
  const one = (about: Partial<RouterCandidate>) =>
    catalogue([knower("x/first", about), knower("y/next")], { knowledge: ["x/first", "y/next"] });
  const because = (
    request: RoutingRequest,
    about: Partial<RouterCandidate>,
    circumstances?: Circumstances,
  ) => {
    const decision = decide(request, one(about), circumstances);
    expect(decision.model).toBe("next");
    return { why: decision.leftOut, next: decision.fallbacks.map(nameOf) };
  };
  const out = (why: string) => [{ provider: "x", model: "first", because: why }];

  it.each([
    ["blocked", { blocked: ["X/f*"] }],
    ["not-allowed", { allowed: ["y/*"] }],
  ])("is a model that is %s, and it is not tried next", (why, stated) => {
    expect(because(byMode("knowledge"), {}, { policy: stated })).toEqual({ why: out(why), next: [] });
  });

  it("is what leaves the place that the policy keeps to, unless it runs on the instance's own machines", () => {
    const given = catalogue([
      knower("us/m"),
      knower("cn/m", { residency: "mainland-china", sameAs: "cn" }),
      knower("own/m", { residency: "local", sameAs: "own" }),
    ]);
    const within = (residency: RoutingPolicy["residency"]) =>
      triedIn(decide(byMode("knowledge"), given, { policy: { residency } }));
    expect(within("mainland-china")).toEqual(["cn/m", "own/m"]);
    expect(within("local")).toEqual(["own/m"]);
  });

  it("is a model that sees no pictures, where there are some", () => {
    expect(because(byMode("knowledge", { images: 1 }), { takesImages: false })).toEqual({
      why: out("no-images"),
      next: [],
    });
  });

  it("is a model whose context leaves no room for an answer", () => {
    const long = byMode("knowledge", { promptTokens: 9_000 });
    expect(because(long, { contextLength: 10_000 })).toEqual({ why: out("too-long"), next: [] });
  });

  it("is a model that costs more than the ceiling, which is tried last; another currency is not compared", () => {
    const dear = { rate: rateOf("x/first", "1000", "1000") };
    const ceiling = { policy: { ceiling: { amount: "0.01", currency: "USD" } } };
    expect(because(byMode("knowledge"), dear, ceiling)).toEqual({
      why: out("over-ceiling"),
      next: ["x/first"],
    });
    const yuan = { rate: rateOf("x/first", "1000", "1000", undefined, "CNY") };
    expect(decide(byMode("knowledge"), one(yuan), ceiling).model).toBe("first");
  });

  it("is a model that what is left to spend does not pay for", () => {
    const spend = { left: { pico: 10n ** 10n, currency: "USD" } };
    const dear = { rate: rateOf("x/first", "1000", "1000") };
    expect(because(byMode("knowledge"), dear, { spend })).toEqual({ why: out("over-budget"), next: [] });
  });

  it("is a model whose circuits are open, which is tried last", () => {
    const health = { "x/first": { state: "open" as const } };
    expect(because(byMode("knowledge"), {}, { health })).toEqual({ why: out("failing"), next: ["x/first"] });
  });

  it("answers all the same where nobody else is there, and says what speaks against it", () => {
    const given = catalogue([knower("x/m", { takesImages: false })]);
    expect(decide(byMode("knowledge", { images: 1 }), given)).toMatchObject({
      despite: "no-images",
      leftOut: [],
    });
    const health = { "x/m": { state: "open" as const } };
    expect(decide(byMode("knowledge"), given, { health }).despite).toBe("failing");
  });

  it("gives way to a model of the other mode that could answer", () => {
    const given = catalogue([knower("x/k", { takesImages: false }), thinker("x/r")]);
    expect(decide(byMode("knowledge", { images: 1 }), given)).toMatchObject({
      model: "r",
      mode: "knowledge",
    });
  });
});

describe("an estimate", () => {
  it("has a time where the model's speed is known", () => {
    const given = catalogue([knower("x/m"), knower("x/n")]);
    const health = { "x/m": { ttftMs: 400, tokensPerSecond: 100 }, "x/n": { ttftMs: 400 } };
    const decision = decide(byMode("knowledge"), given, { health });
    expect(decision.estimate).toMatchObject({ outputTokens: 500, ms: 400 + 5_000 });
    expect(decision.fallbacks[0]?.estimate.ms).toBeNull();
  });

  it("counts what a hybrid model thinks in Reasoning and not in Knowledge", () => {
    const given = catalogue([candidate("x/h")]);
    const { outputTokens } = decide(byMode("knowledge"), given).estimate;
    expect(decide(byMode("reasoning"), given).estimate.outputTokens).toBeGreaterThan(outputTokens);
  });

  it("is no longer than what may be written", () => {
    const given = catalogue([thinker("x/r")]);
    expect(decide(byMode("reasoning", { maxOutputTokens: 100 }), given).estimate.outputTokens).toBe(100);
  });
});
