import { z } from "zod";
import { MODES } from "@/lib/router/choice";
import { EFFORTS } from "@/lib/router/effort";

const MEDIA = ["text", "image", "audio", "video", "file"] as const;
const tokens = z.int().positive().max(1_000_000_000);
const month = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** What is known of a model, by whoever says it; what is left out is not known. Entries are merged field by field,
 *  so an override says only what it changes. */
export const CatalogueEntry = z.strictObject({
  /** As the vendor spells it, where that is not in lower case. */
  id: z.string().trim().min(1).max(256).optional(),
  /** `vendor/model`: what answers under a name that a customer gave, as to a deployment or an endpoint. It is described
   *  and priced as that model, but for what is said of it. */
  sameAs: z
    .string()
    .trim()
    .regex(/^[^/\s]+\/\S+$/)
    .max(321)
    .optional(),
  name: z.string().trim().min(1).max(200).optional(),
  chineseName: z.string().trim().min(1).max(200).optional(),
  /** Tokens. */
  contextLength: tokens.optional(),
  outputLimit: tokens.optional(),
  inputs: z.array(z.enum(MEDIA)).optional(),
  outputs: z.array(z.enum(MEDIA)).optional(),
  tools: z.boolean().optional(),
  structuredOutput: z.boolean().optional(),
  reasoning: z.enum(["none", "always", "switchable"]).optional(),
  efforts: z.array(z.enum(EFFORTS)).optional(),
  /** Whether the vendor shows what the model thinks. */
  reasoningShown: z.boolean().optional(),
  /** Year, month or day. */
  knowledgeCutoff: month.optional(),
  modes: z.array(z.enum(MODES)).optional(),
  /** From when the vendor no longer serves it. */
  deprecatedOn: z.iso.date().optional(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
