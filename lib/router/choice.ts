import { z } from "zod";

export const MODES = ["knowledge", "reasoning"] as const;
export type Mode = (typeof MODES)[number];

/** What a person chose for a conversation: a mode, or one model by its `vendor/model` name. */
export const Choice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mode"), mode: z.enum(MODES) }),
  z.object({ kind: z.literal("model"), model: z.string().min(3).max(300) }),
]);
export type Choice = z.infer<typeof Choice>;
