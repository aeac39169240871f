import { readOffers } from "@/lib/completion/offers";
import { routerCatalogue } from "@/lib/completion/router-catalogue";
import type { Context } from "@/lib/context";
import { requirePermission } from "@/lib/permissions/require-permission";
import { MODES } from "@/lib/router/choice";
import { modeOrder } from "@/lib/router/mode-order";
import { nameOf } from "@/lib/router/model-name";
import { planOf } from "@/lib/router/plan";
import type { ModeModels } from "./set-mode-models";

export interface EffectiveModeModels extends ModeModels {
  /** Whether the team chose them; otherwise they are Wye's choice among what is connected. */
  stated: boolean;
}

/** The models of each mode, in order: those the team chose, or those that would be tried. */
export async function listModeModels({ db, actor }: Context): Promise<EffectiveModeModels[]> {
  requirePermission(actor, "chat:use");
  const offers = await readOffers(db, actor.teamId);
  const plan = planOf(routerCatalogue(offers, new Date()), offers.policy);
  return MODES.map((mode) => {
    const own = offers.stated.find((row) => row.mode === mode);
    return { mode, models: own?.models ?? modeOrder(plan, mode).map(nameOf), stated: own !== undefined };
  });
}
