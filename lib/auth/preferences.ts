import { z } from "zod";
import { Choice } from "@/lib/router/choice";

const modelNames = z.array(z.string().max(300));

export const Preferences = z.object({
  showReasoning: z.boolean().optional(),
  /** What the next new chat starts with: what was chosen last. */
  choice: Choice.optional(),
  /** `vendor/model` names, the one that was starred last first. */
  favouriteModels: modelNames.optional(),
  /** `vendor/model` names, the one that was chosen last first. */
  recentModels: modelNames.optional(),
  /** Whether another model may answer where one that was chosen by name fails; left out: ask. */
  standIn: z.enum(["ask", "always"]).optional(),
});
export type Preferences = z.infer<typeof Preferences>;
