import type { Mode } from "@/lib/router/choice";
import type { ModelAbilities, ReasoningAbility } from "@/lib/router/model-abilities";
import { KNOWN_MODELS, type KnownModel } from "./data/known-models";
import { guessReasoning } from "./guess-reasoning";
import { settingsOfModel } from "./settings-of-model";

export interface CatalogueModel extends ModelAbilities {
  vendor: string;
  id: string;
  displayName: string;
  /** Tokens; null where it is not known. */
  contextLength: number | null;
  /** The modes the model can serve. */
  modes: readonly Mode[];
}

/** What is known of a model. One that Wye has never heard of is shown under its id, serves Knowledge, and
 *  counts as reasoning only if its name is known to. Dated ids are described as the id they date. */
export function describeModel(vendor: string, id: string): CatalogueModel {
  const known = findKnown(vendor, id);
  const reasoning = known?.reasoning ?? guessReasoning(id);
  return {
    vendor,
    id,
    displayName: known?.name ?? id,
    contextLength: known?.context ?? null,
    outputLimit: known?.output ?? null,
    reasoning,
    ...settingsOfModel(vendor, id),
    modes: modesOf(reasoning),
  };
}

function modesOf(reasoning: ReasoningAbility): readonly Mode[] {
  if (reasoning === "switchable") return ["knowledge", "reasoning"];
  return reasoning === "always" ? ["reasoning"] : ["knowledge"];
}

function findKnown(vendor: string, id: string): KnownModel | null {
  const models = KNOWN_MODELS[vendor];
  if (!models) return null;
  const name = id.toLowerCase();
  const undated = name.replace(/-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/, "");
  return models.find((model) => model.id === name) ?? models.find((model) => model.id === undated) ?? null;
}
