import { z } from "zod";
import { Choice } from "@/lib/router/choice";

export const Preferences = z.object({
  showReasoning: z.boolean().optional(),
  /** What the next new chat starts with: what was chosen last. */
  choice: Choice.optional(),
});
export type Preferences = z.infer<typeof Preferences>;
