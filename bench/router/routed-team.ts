import { defaultModels } from "../../lib/catalogue/default-models";
import { shippedNames } from "../../lib/catalogue/snapshot";
import type { CandidateHealth, RouterCatalogue } from "../../lib/router/candidate";
import type { Decision } from "../../lib/router/decision";
import { nameOf } from "../../lib/router/model-name";
import { RoutingPolicy } from "../../lib/router/policy/policy";
import { route } from "../../lib/router/route";
import { shippedCandidate } from "../../scripts/cli/route/shipped-candidate";

const MODELS = 500;
const RULES = 20;

/** None of them matches a prompt, so that all are tried. */
const PATTERNS = [
  String.raw`ticket[- ]?\d{7}`,
  String.raw`\bproject (zephyrine|quillfeather)\b`,
  String.raw`客户编号\s*\d{8}`,
  "^(confidential|机密)[:：]",
];

/** A team with 500 models of the shipped catalogue and 20 rules. */
export function routedTeam(stated: Partial<RoutingPolicy>, now: Date): (question: string) => Decision {
  const candidates = shippedNames()
    .slice(0, MODELS)
    .map(([vendor, model]) => shippedCandidate(vendor, model, now));
  if (candidates.length < MODELS) throw new RangeError(`only ${candidates.length} models ship`);
  const catalogue: RouterCatalogue = {
    candidates,
    unlisted: [],
    preferences: { knowledge: defaultModels("knowledge"), reasoning: defaultModels("reasoning") },
  };
  const works: CandidateHealth = { state: "works", ttftMs: 400, tokensPerSecond: 80 };
  const health = new Map(candidates.map((candidate) => [nameOf(candidate), works]));
  const policy = RoutingPolicy.parse({ ...stated, rules: Array.from({ length: RULES }, toRule) });
  return (question) => {
    const request = {
      ...{
        choice: { kind: "mode" as const, mode: "auto" as const },
        question,
        history: [],
        promptTokens: 3_000,
      },
      ...{ attachments: 0, images: 0, groupIds: [], before: null, standIn: false },
    };
    const decision = route(request, policy, catalogue, health, { left: null }, now);
    if (decision.ruleId !== null) throw new RangeError("a rule matched, so that the rest was not measured");
    return decision;
  };
}

function toRule(_: unknown, nth: number) {
  const matches = `${PATTERNS[nth % PATTERNS.length]}|nothing-like-${nth}`;
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  return { id: crypto.randomUUID(), when: { matches }, then: { mode: "reasoning" as const } };
}
