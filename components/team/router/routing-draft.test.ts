import fc from "fast-check";
import { expect, test } from "vitest";
import { EFFORTS } from "@/lib/router/effort";
import { DEFAULT_POLICY, RESIDENCIES, type RoutingPolicy } from "@/lib/router/policy/policy";
import { TeamRouting } from "@/lib/routing/routing-input";
import { fromDraft, linesOf, toDraft } from "./routing-draft";
import { fromRuleDraft, newRule } from "./rule-draft";

const ID = "0197a4a5-5b5e-7000-8000-000000000000";
const word = fc.stringMatching(/^[a-z*/.-]{3,12}$/);
const patterns = fc.uniqueArray(word, { maxLength: 5 });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const stated = <Key extends string, Value>(entries: [Key, fc.Arbitrary<Value>][]) =>
  fc
    .record(Object.fromEntries(entries.map(([key, value]) => [key, optional(value)])))
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
    .filter((all) => Object.keys(all).length > 0);
const rule = fc.record({
  id: fc.uuid({ version: 7 }),
  name: fc.string({ maxLength: 20 }).map((name) => name.trim()),
  enabled: fc.boolean(),
  when: stated<string, unknown>([
    ["images", fc.constant(true)],
    ["attachments", fc.constant(true)],
    ["longerThan", fc.integer({ min: 1, max: 10_000_000 })],
    ["matches", fc.string({ minLength: 1, maxLength: 40 })],
    ["groupId", fc.uuid({ version: 7 })],
  ]),
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  then: stated<string, unknown>([
    ["mode", fc.constantFrom("knowledge", "reasoning")],
    ["model", word],
    ["effort", fc.constantFrom(...EFFORTS)],
  ]),
});
const list = fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }));
const routing = fc
  .record({
    policy: fc.record({
      allowed: fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 5 })),
      blocked: patterns,
      quality: fc.double({ min: 0, max: 1, noNaN: true }),
      ceiling: fc.option(
        fc.record({
          amount: fc.nat({ max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
          currency: fc.constantFrom("USD", "CNY"),
        }),
      ),
      whenUnsure: fc.constantFrom("knowledge", "reasoning"),
      threshold: fc.option(fc.double({ min: 0.05, max: 0.95, noNaN: true })),
      residency: fc.constantFrom(...RESIDENCIES),
      rules: fc.array(rule, { maxLength: 4 }),
      tooLong: fc.constantFrom("switch", "compact"),
      cutAnswer: fc.constantFrom("ask", "continue"),
    }),
    modes: fc.record({ knowledge: list, reasoning: list }),
  })
  .map((said) => TeamRouting.parse(said));

test("what a draft is made of is what it says", () => {
  fc.assert(
    fc.property(routing, (said) => {
      expect(fromDraft(toDraft(said, "USD"))).toEqual(said);
    }),
  );
});

const problemsOf = (part: Partial<ReturnType<typeof toDraft>>) => {
  const draft = toDraft({ policy: DEFAULT_POLICY, modes: { knowledge: null, reasoning: null } }, "USD");
  const read = fromDraft({ ...draft, ...part });
  return "problems" in read ? Object.fromEntries(read.problems) : null;
};

test.each([
  ["a ceiling in words", { ceilingAmount: "a cent" }, { ceiling: "amount" }],
  ["a ceiling below zero", { ceilingAmount: "-1" }, { ceiling: "amount" }],
  ["only what is on an empty list", { onlyAllowed: true, allowed: " \n" }, { allowed: "nothing-allowed" }],
  ["a pattern as long as a page", { blocked: "x".repeat(301) }, { blocked: "pattern-long" }],
  [
    "an empty rule",
    { rules: [newRule(ID)] },
    { [`rules.${ID}.when`]: "no-condition", [`rules.${ID}.then`]: "no-consequence" },
  ],
  [
    "a length in words",
    { rules: [{ ...newRule(ID), longerThan: "long", mode: "reasoning" }] },
    { [`rules.${ID}.longerThan`]: "tokens" },
  ],
] as const)("%s is named where it stands", (_name, part, problems) => {
  expect(problemsOf(part as Parameters<typeof problemsOf>[0])).toEqual(problems);
});

test("no ceiling is none, and a list that is not asked for does not bind", () => {
  const draft = toDraft({ policy: DEFAULT_POLICY, modes: { knowledge: null, reasoning: null } }, "USD");
  const said = fromDraft({ ...draft, ceilingAmount: " ", allowed: "openai/*" });
  expect(said).toMatchObject({ policy: { ceiling: null, allowed: null } satisfies Partial<RoutingPolicy> });
});

test.each([
  ["8000", 8000],
  ["8,000", 8000],
  [" 1 000 000 ", 1_000_000],
])("%s is as many tokens", (typed, longerThan) => {
  const read = fromRuleDraft({ ...newRule(ID), longerThan: typed, mode: "reasoning" });
  expect(read).toMatchObject({ rule: { when: { longerThan } } });
});

test("a line is a pattern, each once", () => {
  expect(linesOf("openai/*\n\n x/y \nopenai/*")).toEqual(["openai/*", "x/y"]);
});
