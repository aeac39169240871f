import { z } from "zod";

const MOST_INPUTS = 2048;
const text = z.string().min(1);
const tokens = z.array(z.int().min(0)).min(1);

/** `POST /embeddings`: what Wye reads of it. Other fields go to the vendor as they are. */
export const EmbeddingsRequest = z.looseObject({
  /** `vendor/model`, or a model's own name where only one vendor has it. */
  model: z.string().min(1).max(300),
  /** A text, or several; or tokens of the model's own, of one text or several. */
  input: z.union([
    text,
    z.array(text).min(1).max(MOST_INPUTS),
    tokens,
    z.array(tokens).min(1).max(MOST_INPUTS),
  ]),
  encoding_format: z.enum(["float", "base64"]).nullish(),
  dimensions: z.int().positive().nullish(),
  user: z.string().nullish(),
});
export type EmbeddingsRequest = z.infer<typeof EmbeddingsRequest>;
