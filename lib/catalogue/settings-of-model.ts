import type { Effort } from "@/lib/router/effort";
import type { ModelAbilities } from "@/lib/router/model-abilities";
import { EFFORT_RULES, OPEN_EFFORT_RULES } from "./data/effort-rules";
import { MAX_TEMPERATURES, TEMPERATURE_RULES, UNTHINKING_UNASKED } from "./data/temperature-rules";

const MAX_TEMPERATURE = 2;

type FromName = Pick<ModelAbilities, "temperature" | "maxTemperature" | "efforts" | "thinksUnasked">;

/** What a model's vendor and name tell of the settings it takes; a name that tells nothing takes a temperature and
 *  has no efforts. */
export function settingsOfModel(vendor: string, modelId: string): FromName {
  const name = modelId.toLowerCase();
  const bare = name.slice(name.lastIndexOf("/") + 1);
  return {
    temperature: TEMPERATURE_RULES.find(([pattern]) => pattern.test(bare))?.[1] ?? "always",
    maxTemperature: MAX_TEMPERATURES[vendor] ?? MAX_TEMPERATURE,
    efforts: effortsOf(vendor, bare),
    thinksUnasked: !UNTHINKING_UNASKED.test(bare),
  };
}

function effortsOf(vendor: string, bare: string): readonly Effort[] {
  const rules = EFFORT_RULES[vendor] ?? OPEN_EFFORT_RULES;
  return rules.find(([pattern]) => pattern.test(bare))?.[1] ?? [];
}
