import { z } from "zod";
import { EFFORTS } from "@/lib/router/effort";
import { typedText } from "@/lib/typed-text";
import {
  MAX_INSTRUCTION_CHARACTERS,
  MAX_OUTPUT_TOKENS,
  MAX_TEMPERATURE,
  MIN_OUTPUT_TOKENS,
} from "./settings-limits";

/** How a chat's questions are answered, whichever model answers. What is left out is as the model has it; what a model
 *  does not take is kept and not sent to it. */
export const ChatSettings = z.object({
  /** The system message. */
  instructions: typedText().trim().min(1).max(MAX_INSTRUCTION_CHARACTERS).optional(),
  temperature: z.number().min(0).max(MAX_TEMPERATURE).optional(),
  maxOutputTokens: z.int().min(MIN_OUTPUT_TOKENS).max(MAX_OUTPUT_TOKENS).optional(),
  effort: z.enum(EFFORTS).optional(),
});
export type ChatSettings = z.infer<typeof ChatSettings>;
