import { listModeModels as listStated } from "@/db/queries/teams";
import { readRoutingInput } from "@/lib/completion/read-routing-input";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { MODES, type Mode } from "@/lib/router/choice";
import { chooseModel, type RoutingInput } from "@/lib/router/choose-model";
import type { ModeModels } from "./set-mode-models";

export interface EffectiveModeModels extends ModeModels {
  /** Whether the team chose them; otherwise they are Wye's choice among what is connected. */
  stated: boolean;
}

/** The models of each mode, in order: those the team chose, or those that would be tried. */
export async function listModeModels(context: Context): Promise<EffectiveModeModels[]> {
  requirePermission(context.actor, "chat:use");
  const [input, stated] = await Promise.all([
    readRoutingInput(context),
    listStated(context.db, context.actor.teamId),
  ]);
  return MODES.map((mode) => {
    const own = stated.find((row) => row.mode === mode);
    return { mode, models: own?.models ?? modelsToTry(mode, input), stated: own !== undefined };
  });
}

function modelsToTry(mode: Mode, input: RoutingInput): string[] {
  try {
    const first = chooseModel({ kind: "mode", mode }, input);
    return [first, ...first.fallbacks].map(({ provider, model }) => `${provider}/${model}`);
  } catch (error) {
    if (error instanceof AppError && error.code === "no_model") return [];
    throw error;
  }
}
