import fc from "fast-check";
import { ROLES } from "@/lib/permissions/roles";
import type {
  CandidateHealth,
  Health,
  RouterCandidate,
  RouterCatalogue,
  Spend,
} from "@/lib/router/candidate";
import { CHOSEN_MODES, MODES } from "@/lib/router/choice";
import { EFFORTS } from "@/lib/router/effort";
import { AccessRule } from "@/lib/router/policy/access";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import type { RoutingRequest } from "@/lib/router/request";
import { rateOf } from "./any-rate";

export const GROUPS = ["0190d2f0-0000-7000-8000-000000000001", "0190d2f0-0000-7000-8000-000000000002"];
const provider = fc.constantFrom("openai", "deepseek", "ollama", "slow", "demo");
const model = fc.constantFrom("m1", "m2", "org/m3", "M4", "m5");
const anyName = fc.tuple(provider, model).map((parts) => parts.join("/"));
const pattern = fc.oneof(anyName, fc.constantFrom("openai/*", "*/m1", "*m3*", "ollama/*", "*"));
const tokens = fc.oneof(fc.nat({ max: 5_000 }), fc.nat({ max: 400_000 }));

const abilities = fc.record({
  reasoning: fc.constantFrom("none" as const, "always" as const, "switchable" as const),
  thinksUnasked: fc.boolean(),
  temperature: fc.constant("always" as const),
  maxTemperature: fc.constant(2),
  efforts: fc.subarray([...EFFORTS]),
  outputLimit: fc.option(fc.integer({ min: 100, max: 64_000 })),
});

const candidate: fc.Arbitrary<RouterCandidate> = fc
  .record({
    provider,
    model,
    modes: fc.subarray([...MODES]),
    abilities,
    contextLength: fc.option(fc.integer({ min: 1_000, max: 300_000 })),
    takesImages: fc.boolean(),
    residency: fc.constantFrom("elsewhere" as const, "mainland-china" as const, "local" as const),
    rate: fc.option(rateOf(false)),
  })
  .map((one) => ({
    ...one,
    vendor: one.provider === "slow" ? "openai-compatible" : one.provider,
    sameAs: one.model.toLowerCase().replace("org/", ""),
    demo: one.provider === "demo",
  }));

export const anyCatalogue: fc.Arbitrary<RouterCatalogue> = fc.record({
  candidates: fc.uniqueArray(candidate, {
    selector: (one) => `${one.provider}/${one.model}`,
    maxLength: 12,
  }),
  unlisted: fc.subarray(["spark", "slow"]),
  preferences: fc.record({
    knowledge: fc.array(anyName, { maxLength: 4 }),
    reasoning: fc.array(anyName, { maxLength: 4 }),
  }),
});

const amount = fc.constantFrom("0", "0.0001", "0.01", "1", "1000");
const currency = fc.constantFrom("USD", "CNY");
const rule = fc.record({
  id: fc.uuid(),
  enabled: fc.boolean(),
  when: fc.record(
    {
      images: fc.constant(true as const),
      attachments: fc.constant(true as const),
      longerThan: fc.integer({ min: 1, max: 100_000 }),
      matches: fc.constantFrom("prove", "^write", "证明", "(", "\\d+"),
      groupId: fc.constantFrom(...GROUPS),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  then: fc.record(
    { mode: fc.constantFrom(...MODES), model: anyName, effort: fc.constantFrom(...EFFORTS) },
    { requiredKeys: [], noNullPrototype: true },
  ),
});

export const anyAccessRule: fc.Arbitrary<AccessRule> = fc
  .record({
    id: fc.uuid(),
    who: fc.oneof(
      fc.constant({ kind: "everyone" as const }),
      fc.record({ kind: fc.constant("role" as const), role: fc.constantFrom(...ROLES) }),
      fc.record({ kind: fc.constant("group" as const), groupId: fc.constantFrom(...GROUPS) }),
    ),
    allow: fc.option(fc.array(pattern, { maxLength: 3 })),
    deny: fc.array(pattern, { maxLength: 2 }),
    modes: fc.dictionary(fc.constantFrom(...CHOSEN_MODES), fc.constantFrom("allow", "deny"), { maxKeys: 3 }),
  })
  .map((stated) => AccessRule.parse(stated));

export const anyPolicy: fc.Arbitrary<RoutingPolicy> = fc
  .record({
    allowed: fc.option(fc.array(pattern, { maxLength: 3 })),
    blocked: fc.array(pattern, { maxLength: 2 }),
    quality: fc.constantFrom(0, 0.3, 1),
    ceiling: fc.option(fc.record({ amount, currency })),
    whenUnsure: fc.constantFrom(...MODES),
    threshold: fc.option(fc.constantFrom(0.05, 0.3, 0.8, 0.95)),
    residency: fc.constantFrom("anywhere" as const, "mainland-china" as const, "local" as const),
    rules: fc.array(rule, { maxLength: 3 }),
    tooLong: fc.constantFrom("switch" as const, "compact" as const),
  })
  .map((stated) => RoutingPolicy.parse(stated));

const question = fc.constantFrom(
  "Prove that there are infinitely many primes.",
  "Write a poem about calculus.",
  "why?",
  "",
  "证明根号2是无理数",
  "What is 3 + 4?",
);

export const anyRequest: fc.Arbitrary<RoutingRequest> = fc.record({
  choice: fc.oneof(
    fc.record({ kind: fc.constant("mode" as const), mode: fc.constantFrom(...MODES, "auto" as const) }),
    fc.record({
      kind: fc.constant("model" as const),
      model: fc.oneof(
        anyName,
        anyName.map((name) => name.toUpperCase()),
      ),
    }),
  ),
  question,
  history: fc.array(fc.record({ text: question, mode: fc.constantFrom(...MODES, null) }), { maxLength: 2 }),
  attachments: fc.nat({ max: 2 }),
  images: fc.nat({ max: 1 }),
  promptTokens: tokens,
  groupIds: fc.subarray(GROUPS),
  before: fc.option(
    fc.record({ provider, model, mode: fc.constantFrom(...MODES, null), cachedTokens: tokens }),
  ),
  effort: fc.option(fc.constantFrom(...EFFORTS), { nil: undefined }),
  maxOutputTokens: fc.option(fc.integer({ min: 1, max: 50_000 }), { nil: undefined }),
  standIn: fc.boolean(),
});

const health: fc.Arbitrary<CandidateHealth> = fc.record({
  state: fc.constantFrom("works" as const, "failing" as const, "open" as const),
  ttftMs: fc.option(fc.nat({ max: 60_000 })),
  tokensPerSecond: fc.option(fc.nat({ max: 500 })),
});
export const anyHealth: fc.Arbitrary<Health> = fc
  .array(fc.tuple(anyName, health), { maxLength: 8 })
  .map((entries) => new Map(entries));

export const anySpend: fc.Arbitrary<Spend> = fc.record({
  left: fc.option(fc.record({ pico: fc.bigInt({ min: 0n, max: 10n ** 13n }), currency })),
});
