import type { Choice } from "@/lib/router/choice";
import type { Picker } from "./picker";

/** What a new chat starts with: what the person chose last if it still answers, else what the team says, else the first
 *  mode that does. */
export function newChatChoice(
  last: Choice | undefined,
  ofTeam: Choice | null,
  { modes, models }: Picker,
): Choice {
  const answers = (choice: Choice) =>
    choice.kind === "model"
      ? models.some(({ name }) => name === choice.model)
      : modes.some(({ mode, model }) => mode === choice.mode && model !== null);
  for (const choice of [last, ofTeam]) if (choice && answers(choice)) return choice;
  const first = modes.find(({ model }) => model !== null) ?? modes[0];
  return { kind: "mode", mode: first?.mode ?? "knowledge" };
}
