import type { Choice } from "@/lib/router/choice";
import type { Picker } from "./picker";

/** What a new chat starts with: what the person chose last if it still answers, else the first mode that does. */
export function newChatChoice(last: Choice | undefined, { modes, models }: Picker): Choice {
  if (last?.kind === "model" && models.some(({ name }) => name === last.model)) return last;
  if (last?.kind === "mode" && modes.some(({ mode, model }) => mode === last.mode && model !== null))
    return last;
  const first = modes.find(({ model }) => model !== null) ?? modes[0];
  return { kind: "mode", mode: first?.mode ?? "knowledge" };
}
