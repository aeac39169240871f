import { defaultModels } from "@/lib/catalogue/default-models";
import { MODES, type Mode } from "@/lib/router/choice";
import type { RoutingInput } from "@/lib/router/choose-model";
import type { Offers } from "./offers";

/** What a model is chosen from where no question is routed. */
export function routingInput({ providers, models, stated }: Offers): RoutingInput {
  const preferences = Object.fromEntries(
    MODES.map((mode) => [mode, stated.find((row) => row.mode === mode)?.models ?? defaultModels(mode)]),
  ) as Record<Mode, readonly string[]>;
  const unlisted = providers.filter((row) => row.models.length === 0).map(({ name }) => name);
  return { candidates: models, unlisted, preferences };
}
