import { z } from "zod";
import { Choice } from "@/lib/router/choice";

export const Preferences = z.object({
  locale: z.enum(["en", "zh-CN"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
  showReasoning: z.boolean().optional(),
  /** What the next new chat starts with: what was chosen last. */
  choice: Choice.optional(),
});
export type Preferences = z.infer<typeof Preferences>;
