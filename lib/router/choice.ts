import { z } from "zod";

/** What a question is answered in. */
export const MODES = ["knowledge", "reasoning"] as const;
export type Mode = (typeof MODES)[number];

/** What a person may choose: a mode, or to have it decided question by question. */
export const CHOSEN_MODES = [...MODES, "auto"] as const;
export type ChosenMode = (typeof CHOSEN_MODES)[number];

/** What a person chose for a conversation: a mode, or one model by its `vendor/model` name. */
export const Choice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mode"), mode: z.enum(CHOSEN_MODES) }),
  z.object({ kind: z.literal("model"), model: z.string().min(3).max(300) }),
]);
export type Choice = z.infer<typeof Choice>;
