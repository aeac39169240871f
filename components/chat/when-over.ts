import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";

/** What happens to a question that is too long for the model that would answer it. `refused`: by the model. */
export type WhenOver = "refused" | "switch" | "compact";

/** As the team's policy has it: in a mode somebody else answers, or what is above is summarised first; a model that was
 *  named is asked as it is, unless the policy says to summarise. Where there is nothing to summarise, nothing is.
 *  @param canCompact whether there is */
export function whenOver(
  choice: Choice,
  { tooLong }: Pick<Picker, "tooLong">,
  canCompact: boolean,
): WhenOver {
  if (tooLong === "compact") return canCompact ? "compact" : "refused";
  return choice.kind === "mode" ? "switch" : "refused";
}
