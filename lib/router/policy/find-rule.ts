import { RE2JS, RE2Set } from "re2js";
import type { RoutingRequest } from "../request";
import { isPattern } from "./is-pattern";
import { type PlainScript, plainScript } from "./plain-script";
import type { RoutingPolicy, Rule } from "./policy";

/** Of a longer question a rule reads this much from its beginning and from its end, so that no paste holds others up. */
const HEAD_CHARS = 16_000;
const TAIL_CHARS = 4_000;
/** For the states that a policy's patterns make; beyond it they are slower, and no less right. */
const STATE_BYTES = 2 ** 20;

export type RuleQuestion = Pick<
  RoutingRequest,
  "question" | "images" | "attachments" | "promptTokens" | "groupIds"
>;

interface CompiledRules {
  /** Enabled, in order; one whose pattern cannot be read is none. */
  rules: readonly Rule[];
  /** All their patterns in one automaton; null where none has any. */
  patterns: RE2Set | null;
  plain: PlainScript;
  /** By place among the patterns. */
  places: ReadonlyMap<Rule, number>;
}

const compiled = new WeakMap<RoutingPolicy, CompiledRules>();

/** The first rule whose conditions all hold. */
export function findRule(policy: RoutingPolicy, asked: RuleQuestion): Rule | null {
  const { rules, patterns, plain, places } = rulesOf(policy);
  let found: ReadonlySet<number> | null = null;
  for (const rule of rules) {
    if (!holdsBesides(rule, asked)) continue;
    const place = places.get(rule);
    if (place === undefined) return rule;
    found ??= new Set(patterns?.match(plain(readable(asked.question))));
    if (found.has(place)) return rule;
  }
  return null;
}

function holdsBesides({ when }: Rule, asked: RuleQuestion): boolean {
  if (when.images && asked.images === 0) return false;
  if (when.attachments && asked.attachments === 0) return false;
  if (when.longerThan !== undefined && asked.promptTokens <= when.longerThan) return false;
  return when.groupId === undefined || asked.groupIds.includes(when.groupId);
}

const readable = (text: string): string =>
  text.length <= HEAD_CHARS + TAIL_CHARS
    ? text
    : `${text.slice(0, HEAD_CHARS)}\n${text.slice(text.length - TAIL_CHARS)}`;

function rulesOf(policy: RoutingPolicy): CompiledRules {
  const known = compiled.get(policy);
  if (known) return known;
  const rules = policy.rules.filter(
    ({ enabled, when }) => enabled && (when.matches === undefined || isPattern(when.matches)),
  );
  const places = new Map<Rule, number>();
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE, STATE_BYTES);
  for (const rule of rules) if (rule.when.matches !== undefined) places.set(rule, set.add(rule.when.matches));
  if (places.size > 0) set.compile();
  const plain = plainScript([...places.keys()].map(({ when }) => when.matches ?? ""));
  const made = { rules, patterns: places.size > 0 ? set : null, plain, places };
  compiled.set(policy, made);
  return made;
}
