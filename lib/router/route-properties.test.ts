import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { priceCall } from "@/lib/pricing/price-call";
import { anyCatalogue, anyHealth, anyPolicy, anyRequest, anySpend } from "@/tests/support/any-routing";
import { AT } from "@/tests/support/routing";
import { answerTokens as answerTokensOf } from "./answer-tokens";
import type { RouterCandidate } from "./candidate";
import { cutAt, oddsOf } from "./cut";
import type { Decision, Option } from "./decision";
import { expectedUsage, toBuckets } from "./expected-usage";
import { nameOf } from "./model-name";
import { forbidden } from "./policy/forbidden";
import { matchName } from "./policy/match-name";
import { route } from "./route";

const world = fc.tuple(anyRequest, anyPolicy, anyCatalogue, anyHealth, anySpend);
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function decide([request, policy, catalogue, health, spend]: World): Decision | string {
  try {
    return route(request, policy, catalogue, health, spend, AT);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
const allOf = (decision: Decision): Option[] => [decision, ...decision.fallbacks, ...decision.alternatives];
const find = ([, , { candidates }]: World, { provider, model }: Option): RouterCandidate | undefined =>
  candidates.find((one) => one.provider === provider && one.model === model);
const always = (check: (given: World, decision: Decision) => void, worlds = world) =>
  fc.assert(
    fc.property(worlds, (given) => {
      const decision = decide(given);
      if (typeof decision !== "string") check(given, decision);
    }),
    { numRuns: 500 },
  );

test("nobody answers, is tried next or is offered whom the policy forbids", () => {
  always((given, decision) => {
    const [, policy] = given;
    for (const option of allOf(decision)) {
      const name = nameOf(option);
      expect(policy.blocked.some((pattern) => matchName(pattern, name))).toBe(false);
      const known = find(given, option);
      if (known) expect(forbidden(policy, known)).toBeNull();
    }
  });
});

test("a model that was named answers, and without consent only the same one at other hosts is tried next", () => {
  always((given, decision) => {
    const [{ choice, standIn }] = given;
    if (choice.kind !== "model") return;
    expect(nameOf(decision).toLowerCase()).toBe(choice.model.toLowerCase());
    const own = find(given, decision);
    if (standIn) return;
    for (const option of decision.fallbacks) expect(find(given, option)?.sameAs).toBe(own?.sameAs);
  });
});

test("in a mode somebody answers wherever anybody is allowed to", () => {
  fc.assert(
    fc.property(world, (given) => {
      const [{ choice }, policy, { candidates }] = given;
      fc.pre(choice.kind === "mode");
      const anybody = candidates.some((one) => forbidden(policy, one) === null);
      const decision = decide(given);
      if (!anybody) expect(decision).toBe("no_model");
      else expect(decision).toMatchObject({ mode: expect.any(String) });
    }),
    { numRuns: 500 },
  );
});

test("the same question gets the same decision, whatever was asked between", () => {
  fc.assert(
    fc.property(world, world, (one, other) => {
      const first = decide(one);
      decide(other);
      expect(decide(one)).toEqual(first);
      expect(decide(structuredClone(one))).toEqual(first);
    }),
  );
});

test("nobody is tried twice, and the demo never in the place of a real model", () => {
  always((given, decision) => {
    const tried = [decision, ...decision.fallbacks].map(nameOf);
    expect(new Set(tried).size).toBe(tried.length);
    if (find(given, decision)?.demo) return;
    for (const option of decision.fallbacks) expect(find(given, option)?.demo).toBe(false);
  });
});

test("the demo answers in a mode only where no other model may", () => {
  always((given, decision) => {
    const [{ choice }, policy, { candidates }] = given;
    if (choice.kind !== "mode" || !find(given, decision)?.demo) return;
    expect(candidates.filter((one) => !one.demo && forbidden(policy, one) === null)).toEqual([]);
  });
});

test("whoever answers is not left out, and whoever is left out is a model of the catalogue", () => {
  always((given, decision) => {
    expect(decision.leftOut.map(nameOf)).not.toContain(nameOf(decision));
    for (const { provider, model } of decision.leftOut)
      expect(given[2].candidates).toContainEqual(expect.objectContaining({ provider, model }));
  });
});

test("an estimate costs exactly what the evaluator asks for its tokens, those in the cache of the turn before included", () => {
  always((given, decision) => {
    const [request, policy] = given;
    const rule = policy.rules.find(({ id }) => id === decision.ruleId);
    for (const option of allOf(decision)) {
      const known = find(given, option);
      const isBefore = request.before?.provider === option.provider && request.before.model === option.model;
      const { inputTokens, outputTokens, costPico, currency } = option.estimate;
      expect(inputTokens).toBe(request.promptTokens);
      if (!known?.rate) {
        expect({ costPico, currency }).toEqual({ costPico: null, currency: null });
        continue;
      }
      const usage = expectedUsage(known, {
        promptTokens: request.promptTokens,
        answerTokens: answerTokensOf(decision.reasons),
        cachedTokens: isBefore ? (request.before?.cachedTokens ?? 0) : 0,
        mode: option.mode,
        effort: request.effort ?? rule?.then.effort,
        maxOutputTokens: request.maxOutputTokens,
      });
      expect(outputTokens).toBe(usage.output + usage.reasoning);
      const terms = { startedAt: AT, endedAt: AT, serviceTier: null };
      expect(costPico).toBe(priceCall(toBuckets(usage), known.rate, terms));
    }
  });
});

test("a conversation's mode changes only by a rule, a person, or evidence that the other one is nine times as likely", () => {
  let turned = 0;
  const inAuto = world.map(
    ([request, ...rest]): World => [{ ...request, choice: { kind: "mode", mode: "auto" } }, ...rest],
  );
  always(([request, policy], decision) => {
    const standing = request.before?.mode ?? null;
    if (standing === null || decision.mode === null || decision.mode === standing) return;
    if (decision.decidedBy === "rule") return;
    turned += 1;
    expect(decision.decidedBy).toBe("classifier");
    const odds = oddsOf(decision.mode, decision.pReasoning ?? Number.NaN, cutAt(policy.threshold));
    expect(odds).toBeGreaterThanOrEqual(9);
  }, inAuto);
  expect(turned).toBeGreaterThan(0);
});
