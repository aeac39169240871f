import type { Offers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import { AppError } from "@/lib/errors";
import type { Health, RouterCatalogue } from "@/lib/router/candidate";
import type { Mode } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";
import type { RoutingPolicy } from "@/lib/router/policy/policy";
import { route } from "@/lib/router/route";
import { plainRequest } from "./plain-request";
import type { TeamRouting } from "./routing-input";
import { withPreferences } from "./with-preferences";

/** Who would answer a question of no kind in each mode; null: nobody. */
export function answeringNow(
  offers: Offers,
  { policy, modes }: TeamRouting,
  health: Health,
  now: Date,
): Record<Mode, string | null> {
  const catalogue = withPreferences(routerCatalogue(offers, now), modes);
  // A rule that takes everything would be no answer to who serves a mode.
  const plain = { ...policy, rules: [] };
  return {
    knowledge: answererIn("knowledge", plain, catalogue, health, now),
    reasoning: answererIn("reasoning", plain, catalogue, health, now),
  };
}

function answererIn(
  mode: Mode,
  policy: RoutingPolicy,
  catalogue: RouterCatalogue,
  health: Health,
  now: Date,
): string | null {
  try {
    return nameOf(route(plainRequest(mode), policy, catalogue, health, { left: null }, now));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
