import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { findRule, type RuleQuestion } from "./find-rule";
import { isPattern } from "./is-pattern";
import { RoutingPolicy, type Rule } from "./policy";

const GROUP = "0190d2f0-0000-7000-8000-000000000001";
const ids = ["1", "2", "3"].map((last) => `0190d2f0-0000-7000-8000-00000000000${last}`);
const policyOf = (...whens: (Rule["when"] & { enabled?: boolean })[]) =>
  RoutingPolicy.parse({
    // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
    rules: whens.map(({ enabled = true, ...when }, nth) => ({ id: ids[nth], enabled, when, then: {} })),
  });
const question = (text: string, about: Partial<RuleQuestion> = {}): RuleQuestion => ({
  question: text,
  images: 0,
  attachments: 0,
  promptTokens: 10,
  groupIds: [],
  ...about,
});
function foundIn(policy: RoutingPolicy, asked: RuleQuestion): number {
  const found = findRule(policy, asked);
  return found ? policy.rules.indexOf(found) : -1;
}

describe("the rule that decides", () => {
  it("is the first that is enabled and whose conditions all hold", () => {
    const policy = policyOf({ enabled: false }, { matches: "prove", images: true }, { matches: "prove" });
    expect(foundIn(policy, question("Prove it"))).toBe(2);
    expect(foundIn(policy, question("Prove it", { images: 1 }))).toBe(1);
    expect(findRule(policy, question("Write it"))).toBeNull();
  });

  it.each<[string, Rule["when"], Partial<RuleQuestion>, Partial<RuleQuestion>]>([
    ["images", { images: true }, { images: 1 }, { attachments: 1 }],
    ["attachments", { attachments: true }, { attachments: 1 }, {}],
    ["length", { longerThan: 100 }, { promptTokens: 101 }, { promptTokens: 100 }],
    ["the person's group", { groupId: GROUP }, { groupIds: [GROUP] }, { groupIds: [] }],
  ])("goes by %s", (_, when, holds, fails) => {
    expect(foundIn(policyOf(when), question("", holds))).toBe(0);
    expect(foundIn(policyOf(when), question("", fails))).toBe(-1);
  });

  it("is none whose pattern cannot be read, which keeps no other from deciding", () => {
    for (const pattern of ["(", "(?<=a)b", "a{2,1}"]) {
      expect(isPattern(pattern)).toBe(false);
      expect(foundIn(policyOf({ matches: pattern }, { matches: "b" }), question("ab"))).toBe(1);
    }
  });

  it("is found by several patterns at once as by each alone", () => {
    const pattern = fc.constantFrom(
      "^a",
      "b$",
      "a.c",
      "(a|b)+c",
      "\\bab\\b",
      "求和?",
      "[^a]b",
      "A",
      "\\d{2}",
    );
    const text = fc.string({
      unit: fc.constantFrom("a", "b", "c", " ", "求", "和", "1", "B"),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(pattern, { minLength: 1, maxLength: 3 }), text, (patterns, asked) => {
        const policy = policyOf(...patterns.map((matches) => ({ matches })));
        const alone = patterns.findIndex((one) =>
          RE2JS.compile(one, RE2JS.CASE_INSENSITIVE).matcher(asked).find(),
        );
        expect(foundIn(policy, question(asked))).toBe(alone);
      }),
    );
  });

  it("is found in the beginning and the end of what is too long to be read whole", () => {
    const policy = policyOf({ matches: "needle" });
    const hay = "x".repeat(100_000);
    expect(foundIn(policy, question(`needle ${hay}`))).toBe(0);
    expect(foundIn(policy, question(`${hay} needle`))).toBe(0);
    expect(foundIn(policy, question(`${hay} needle ${hay}`))).toBe(-1);
  });
});
