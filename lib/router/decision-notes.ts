import { z } from "zod";
import { MODES } from "./choice";
import { EFFORTS } from "./effort";

const Pico = z.string().regex(/^-?\d+$/);
const Name = { provider: z.string(), model: z.string() };

const OptionNote = z.object({
  ...Name,
  mode: z.enum(MODES).nullable(),
  effort: z.enum(EFFORTS).nullable(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costPico: Pico.nullable(),
  currency: z.string().nullable(),
  ms: z.number().nullable(),
});

/** What of a decision is kept for people to read: as JSON, so amounts are strings. The question itself is in its
 *  message and nowhere else. */
export const DecisionNotes = z.object({
  signals: z.object({
    promptTokens: z.number(),
    characters: z.number(),
    turns: z.number(),
    attachments: z.number(),
    images: z.number(),
  }),
  confidence: z.number().nullable(),
  reasons: z.array(z.string()),
  ruleId: z.string().nullable(),
  fallbacks: z.array(OptionNote),
  alternatives: z.array(OptionNote),
  leftOut: z.array(z.object({ ...Name, because: z.string() })),
  cacheLoss: z.object({ costPico: Pico, currency: z.string() }).nullable(),
});
export type DecisionNotes = z.infer<typeof DecisionNotes>;

/** How a person asked again: in the other mode, or of another model. */
export const Override = z.object({
  mode: z.enum(MODES).nullable(),
  model: z.string().nullable(),
  /** The answer that came of it. */
  messageId: z.string(),
});
export type Override = z.infer<typeof Override>;
