import type { MessageMetadata } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Mode } from "@/lib/router/choice";

/** The mode that an answer did not come from, for its question to be asked in as well: of a named model, the one that
 *  does what it did not. Null where there is none. */
export function otherWay(metadata: MessageMetadata, { modes, models }: Picker): Mode | null {
  const { mode, model, modelName } = metadata;
  if (modelName === undefined) return null;
  const named = models.find(({ name }) => name === model);
  const isQuick = mode ? mode === "knowledge" : named?.abilities.reasoning !== "always";
  const other: Mode = isQuick ? "reasoning" : "knowledge";
  const entry = modes.find((each) => each.mode === other);
  // The model of that mode answered already.
  const isSame = !mode && entry?.model?.name === model;
  return entry?.model && !isSame ? other : null;
}
