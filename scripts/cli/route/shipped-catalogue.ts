import { defaultModels } from "@/lib/catalogue/default-models";
import type { RouterCatalogue } from "@/lib/router/candidate";
import { MODES } from "@/lib/router/choice";
import { shippedCandidate } from "./shipped-candidate";

/** What a team would be routed by that had connected every vendor of Wye's defaults. */
export function shippedCatalogue(now: Date): RouterCatalogue {
  const names = new Set(MODES.flatMap(defaultModels));
  return {
    candidates: [...names].map((name) => {
      const slash = name.indexOf("/");
      return shippedCandidate(name.slice(0, slash), name.slice(slash + 1), now);
    }),
    unlisted: [],
    preferences: { knowledge: defaultModels("knowledge"), reasoning: defaultModels("reasoning") },
  };
}
