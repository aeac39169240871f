import { makeRate } from "@/lib/pricing/make-rate";
import type { CandidateHealth, RouterCandidate, RouterCatalogue, Spend } from "@/lib/router/candidate";
import { MODES, type Mode } from "@/lib/router/choice";
import type { Decision } from "@/lib/router/decision";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { nameOf } from "@/lib/router/model-name";
import { RoutingPolicy } from "@/lib/router/policy/policy";
import type { RoutingRequest } from "@/lib/router/request";
import { route } from "@/lib/router/route";

export const AT = new Date("2026-01-01T12:00:00Z");
const FREELY = { left: null };

/** Auto is sure of the first two, and of the last not quite. */
export const PROOF = "Prove that the square root of 2 is irrational.";
export const POEM = "Write a poem about autumn.";
export const PRIME = "Is 97 a prime number?";

const PLAIN: ModelAbilities = {
  reasoning: "none",
  thinksUnasked: false,
  temperature: "always",
  maxTemperature: 2,
  efforts: [],
  outputLimit: 8_000,
};
const HYBRID: ModelAbilities = {
  ...PLAIN,
  reasoning: "switchable",
  efforts: ["low", "medium", "high"],
};

export function rateOf(name: string, input: string, output: string, cacheRead?: string, currency = "USD") {
  const [vendor = "", model = ""] = name.split("/");
  const perMillion = { input, output, ...(cacheRead !== undefined && { cacheRead }) };
  return makeRate({ vendor, model, currency, perMillion, validFrom: "2024-01-01", version: "test" });
}

/** A model of `vendor/model` that can do both modes at $1 and $4, a tenth of it for what is cached. */
export function candidate(name: string, about: Partial<RouterCandidate> = {}): RouterCandidate {
  const [provider = "", model = ""] = name.split("/");
  return {
    provider,
    model,
    vendor: provider,
    modes: MODES,
    abilities: HYBRID,
    contextLength: 128_000,
    takesImages: true,
    sameAs: model,
    residency: "elsewhere",
    rate: rateOf(name, "1", "4", "0.1"),
    demo: false,
    ...about,
  };
}
export const knower = (name: string, about: Partial<RouterCandidate> = {}) =>
  candidate(name, { modes: ["knowledge"], abilities: PLAIN, ...about });
export const thinker = (name: string, about: Partial<RouterCandidate> = {}) =>
  candidate(name, { modes: ["reasoning"], abilities: { ...HYBRID, reasoning: "always" }, ...about });

export function catalogue(
  candidates: readonly RouterCandidate[],
  lists: { knowledge?: string[]; reasoning?: string[]; unlisted?: string[] } = {},
): RouterCatalogue {
  const { knowledge = [], reasoning = [], unlisted = [] } = lists;
  return { candidates, unlisted, preferences: { knowledge, reasoning } };
}

const policy = (stated: Partial<RoutingPolicy> = {}): RoutingPolicy => RoutingPolicy.parse(stated);

export function asked(question: string, about: Partial<RoutingRequest> = {}): RoutingRequest {
  return {
    choice: { kind: "mode", mode: "auto" },
    question,
    history: [],
    attachments: 0,
    images: 0,
    promptTokens: 1_000,
    groupIds: [],
    before: null,
    standIn: false,
    ...about,
  };
}

export const byMode = (mode: Mode, about: Partial<RoutingRequest> = {}) =>
  asked(POEM, { choice: { kind: "mode", mode }, ...about });
export const byName = (model: string, about: Partial<RoutingRequest> = {}) =>
  asked(POEM, { choice: { kind: "model", model }, ...about });

export interface Circumstances {
  policy?: Partial<RoutingPolicy>;
  health?: Record<string, Partial<CandidateHealth>>;
  spend?: Spend;
}
export function decide(request: RoutingRequest, given: RouterCatalogue, about: Circumstances = {}): Decision {
  const health = new Map(
    Object.entries(about.health ?? {}).map(([name, said]): [string, CandidateHealth] => [
      name,
      { state: "works", ttftMs: null, tokensPerSecond: null, ...said },
    ]),
  );
  return route(request, policy(about.policy), given, health, about.spend ?? FREELY, AT);
}

/** Names in the order in which they are tried. */
export const triedIn = (decision: Decision): string[] => [decision, ...decision.fallbacks].map(nameOf);
