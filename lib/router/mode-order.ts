import type { Mode } from "./choice";
import type { ModelName } from "./model-name";
import type { Plan } from "./plan";

/** Who may serve a mode, in order of preference: its list, then whoever is able; where there is none of either,
 *  whoever is there. */
export function modeOrder({ rankings, demo }: Plan, mode: Mode): ModelName[] {
  const { preferred, able, others } = rankings[mode];
  const allowed = [[...preferred, ...able], others, demo].map((group) =>
    group.filter(({ forbidden }) => forbidden === null),
  );
  const order = allowed.find((group) => group.length > 0) ?? [];
  return order.map(({ candidate: { provider, model } }) => ({ provider, model }));
}
