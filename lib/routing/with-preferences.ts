import { defaultModels } from "@/lib/catalogue/default-models";
import type { RouterCatalogue } from "@/lib/router/candidate";
import type { TeamRouting } from "./routing-input";

/** A catalogue as it is where a team wants these models in its modes. */
export function withPreferences(
  catalogue: RouterCatalogue,
  { knowledge, reasoning }: TeamRouting["modes"],
): RouterCatalogue {
  const preferences = {
    knowledge: knowledge ?? defaultModels("knowledge"),
    reasoning: reasoning ?? defaultModels("reasoning"),
  };
  return { ...catalogue, preferences };
}
