import type { LanguageModelV4 } from "@ai-sdk/provider";
import type { Context } from "@/lib/context";
import type { Rate } from "@/lib/pricing/rate";
import { openConnection } from "@/lib/providers/connection";
import type { Mode } from "@/lib/router/choice";
import type { Effort } from "@/lib/router/effort";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { nameOf } from "@/lib/router/model-name";
import { type Thinking, thinkingOf } from "@/lib/router/thinking";
import type { Way } from "./list-ways";
import type { Offers } from "./offers";
import { openModel } from "./open-model";
import { type CompletionRequest, isQuestion } from "./types";
import { usable } from "./usable-models";
import { type WireAddress, wireAddress } from "./wire-address";

/** The model that answers, ready to be called. */
export interface Target {
  way: Way;
  vendor: Way["vendor"];
  providerId: string;
  /** The key it is called with; null for a provider that has none. */
  credential: Way["key"];
  modelId: string;
  /** The id by which rules know it: of a deployment, the model's. */
  knownAs: string;
  /** `provider/model`, as people and scripts name it. */
  name: string;
  displayName: string;
  mode: Mode | null;
  /** As it was decided; null: as the mode has it. */
  effort: Effort | null;
  model: LanguageModelV4;
  /** Where it is asked in the program's own wire; null where it is not spoken, or nobody's program asks. */
  own: WireAddress | null;
  rate: Rate | null;
  /** Whether it is to think first, where nobody says how much. */
  thinking: Thinking;
  abilities: ModelAbilities;
}

/** @throws RangeError where a key does not open */
export async function openTarget(
  context: Context,
  { models, book }: Offers,
  way: Way,
  { purpose, program }: Pick<CompletionRequest, "purpose" | "program">,
  now: Date,
): Promise<Target> {
  const { option, row, vendor, key } = way;
  const { model: modelId, mode } = option;
  const found = models.find((model) => model.provider === row.name && model.model === modelId);
  const { described } = found ?? usable(row, modelId, book);
  const connection = await openConnection(context, row, key);
  return {
    way,
    vendor,
    providerId: row.id,
    credential: key,
    modelId,
    knownAs: described.knownAs,
    name: nameOf(option),
    displayName: described.displayName,
    mode,
    effort: option.effort,
    model: openModel(vendor, row, key, connection, described),
    own: program?.own ? wireAddress(program.own.wire, vendor, connection) : null,
    rate: book.rate(row.vendor, modelId, now, key?.id),
    // What is written about a conversation needs no thinking first.
    thinking: isQuestion(purpose) ? thinkingOf(mode) : "off",
    abilities: described,
  };
}
