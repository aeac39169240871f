import type { Mode } from "@/lib/router/choice";
import type { ModelAbilities, ReasoningAbility } from "@/lib/router/model-abilities";
import type { CatalogueEntry } from "./entry";
import { guessReasoning } from "./guess-reasoning";
import { settingsOfModel } from "./settings-of-model";
import { shippedEntry } from "./snapshot";

export interface CatalogueModel extends ModelAbilities {
  vendor: string;
  id: string;
  /** What rules that go by a model's name go by: its id, or that of the model which a deployment is of. */
  knownAs: string;
  displayName: string;
  /** What it is called in Chinese, where that differs. */
  chineseName?: string;
  /** Tokens; null where it is not known. */
  contextLength: number | null;
  /** The modes the model can serve. */
  modes: readonly Mode[];
}

/** What the shipped catalogue knows of a model. */
export function describeModel(vendor: string, id: string): CatalogueModel {
  return describeEntry(vendor, id, shippedEntry(vendor, id));
}

/** What is known of a model. One that nobody has heard of (null) is shown under its id, serves Knowledge, and counts
 *  as reasoning only if its name is known to.
 *  @param of the model that answers, where a customer gave it the name */
export function describeEntry(
  vendor: string,
  id: string,
  entry: CatalogueEntry | null,
  of: { vendor: string; id: string } = { vendor, id },
): CatalogueModel {
  const reasoning = entry?.reasoning ?? guessReasoning(of.id);
  const settings = settingsOfModel(of.vendor, of.id);
  return {
    vendor,
    id,
    knownAs: of.id,
    displayName: entry?.name ?? id,
    ...(entry?.chineseName !== undefined && { chineseName: entry.chineseName }),
    contextLength: entry?.contextLength ?? null,
    outputLimit: entry?.outputLimit ?? null,
    reasoning,
    ...settings,
    efforts: entry?.efforts ?? settings.efforts,
    modes: entry?.modes ?? modesOf(reasoning),
  };
}

function modesOf(reasoning: ReasoningAbility): readonly Mode[] {
  if (reasoning === "switchable") return ["knowledge", "reasoning"];
  return reasoning === "always" ? ["reasoning"] : ["knowledge"];
}
