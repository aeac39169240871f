import type { Mode } from "./choice";
import { permitsMode } from "./policy/permits-mode";
import type { Round } from "./round";
import { selectModels } from "./select-models";
import type { Way } from "./to-decision";

/** Who would answer in a mode; none where nobody may. */
export function firstOf(round: Round, mode: Mode): Way[] {
  if (!permitsMode(round.policy, mode)) return [];
  return selectModels(round, mode, { most: 1 }).entries.map((entry) => ({ entry, mode }));
}
