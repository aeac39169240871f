import { z } from "zod";
import { MODES } from "../choice";
import { EFFORTS } from "../effort";
import { AccessRule, type Permit } from "./access";

/** Where a vendor keeps what it is sent. */
export const RESIDENCIES = ["anywhere", "mainland-china", "local"] as const;
export type Residency = (typeof RESIDENCIES)[number];

/** `vendor/model`, in which `*` stands for any characters: `openai/*`, `* /gpt-4o*` without the space. */
export const ModelPattern = z.string().trim().min(1).max(300);

const MOST_PATTERNS = 200;
const MOST_RULES = 50;
const MOST_ACCESS_RULES = 300;

/** All conditions that are stated must hold. */
const Condition = z.strictObject({
  images: z.literal(true).optional(),
  attachments: z.literal(true).optional(),
  /** Tokens of the whole prompt, estimated. */
  longerThan: z.int().positive().max(10_000_000).optional(),
  /** A regular expression in RE2's syntax, which cannot run away; case is ignored. */
  matches: z.string().min(1).max(500).optional(),
  /** A group of the team. */
  groupId: z.uuid().optional(),
});

const Consequence = z.strictObject({
  mode: z.enum(MODES).optional(),
  /** `vendor/model`. */
  model: z.string().min(3).max(300).optional(),
  effort: z.enum(EFFORTS).optional(),
});

/** Rules are asked in their order, in Auto and in a mode, never for a model that a person named; the first whose
 *  conditions hold decides. */
export const Rule = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().max(100).default(""),
  enabled: z.boolean().default(true),
  when: Condition,
  // biome-ignore lint/suspicious/noThenProperty: people read a rule as "when ..., then ...".
  then: Consequence,
});
export type Rule = z.infer<typeof Rule>;

/** An exact decimal, as people write it. */
const Amount = z.strictObject({
  amount: z.string().regex(/^\d{1,9}(\.\d{1,12})?$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** How a team's questions are routed. What is left out is Wye's default; the models of each mode are kept beside it. */
export const RoutingPolicy = z.strictObject({
  /** Null: every connected model. */
  allowed: z.array(ModelPattern).max(MOST_PATTERNS).nullable().default(null),
  blocked: z.array(ModelPattern).max(MOST_PATTERNS).default([]),
  /** 1: the mode's order of preference; 0: the cheapest that serves the mode first; between them, both count. */
  quality: z.number().min(0).max(1).default(1),
  /** Models whose estimate for an answer is above it are tried last, and named models that are say so. */
  ceiling: Amount.nullable().default(null),
  /** What Auto does when the classifier is unsure. */
  whenUnsure: z.enum(MODES).default("knowledge"),
  /** The probability from which Auto takes Reasoning; null: as the classifier was calibrated. */
  threshold: z.number().min(0.05).max(0.95).nullable().default(null),
  residency: z.enum(RESIDENCIES).default("anywhere"),
  rules: z.array(Rule).max(MOST_RULES).default([]),
  /** A conversation that is too long for the model: another model of the mode that has the room, or a summary first. */
  tooLong: z.enum(["switch", "compact"]).default("switch"),
  /** An answer that broke off: one click, or by itself. */
  cutAnswer: z.enum(["ask", "continue"]).default("ask"),
  /** What each may ask, by role and group, of what `allowed` and `blocked` leave. */
  access: z.array(AccessRule).max(MOST_ACCESS_RULES).default([]),
});
/** `permit`: as it holds for one person; never stored. */
export type RoutingPolicy = z.infer<typeof RoutingPolicy> & { readonly permit?: Permit };

export const DEFAULT_POLICY: RoutingPolicy = RoutingPolicy.parse({});
