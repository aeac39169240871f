import { AppError } from "@/lib/errors";
import type { Choice, Mode } from "./choice";
import type { ModelName } from "./model-name";

/** A model that a connected provider offers. */
export interface Candidate {
  /** The vendor, or the name a provider was connected under. */
  provider: string;
  model: string;
  /** The modes its abilities allow. */
  modes: readonly Mode[];
}

export interface RoutingInput {
  /** In the order in which providers and their models are to be tried. */
  candidates: readonly Candidate[];
  /** Connected providers that keep no list, so that any model name may exist there. */
  unlisted: readonly string[];
  /** `vendor/model` names per mode, the most wanted first. */
  preferences: Readonly<Record<Mode, readonly string[]>>;
}

export type { ModelName };

/** `named`: a person named the model. `preferred`: first of the mode's list that is connected. `able`: none
 *  of the list is, and this one's abilities suit the mode. `only`: nothing suits, and this is what there is. */
export type RoutingReason = "named" | "preferred" | "able" | "only";

export interface Routing extends ModelName {
  mode: Mode | null;
  reason: RoutingReason;
  /** What to try next before the first token, in order; empty for a named model, which is never swapped. */
  fallbacks: readonly ModelName[];
}

/** The model for a choice.
 *  @throws AppError `unknown_model` for a name that is not connected, `no_model` when nothing is. */
export function chooseModel(choice: Choice, input: RoutingInput): Routing {
  return choice.kind === "model"
    ? chooseNamed(choice.model, input)
    : chooseForMode(choice.mode === "auto" ? "knowledge" : choice.mode, input);
}

function chooseNamed(name: string, { candidates, unlisted }: RoutingInput): Routing {
  const found = findCandidate(name, candidates);
  if (found) return named(found);
  const provider = unlisted.find((candidate) => name.startsWith(`${candidate}/`));
  const model = provider === undefined ? "" : name.slice(provider.length + 1);
  if (provider === undefined || model === "") throw new AppError("unknown_model", { model: name });
  return named({ provider, model });
}

function named({ provider, model }: ModelName): Routing {
  return { provider, model, mode: null, reason: "named", fallbacks: [] };
}

function chooseForMode(mode: Mode, { candidates, preferences }: RoutingInput): Routing {
  const preferred = preferences[mode]
    .map((name) => findCandidate(name, candidates))
    .filter((found) => found !== null);
  const able = candidates.filter(({ modes }) => modes.includes(mode));
  const ordered = [...new Set([...preferred, ...able, ...candidates])];
  const first = ordered[0];
  if (!first) throw new AppError("no_model", { mode });
  const isPreferred = preferred.includes(first);
  const reason = isPreferred ? "preferred" : able.includes(first) ? "able" : "only";
  const suitable = ordered.filter((candidate) => preferred.includes(candidate) || able.includes(candidate));
  return {
    provider: first.provider,
    model: first.model,
    mode,
    reason,
    fallbacks: suitable
      .filter((candidate) => candidate !== first)
      .map(({ provider, model }) => ({ provider, model })),
  };
}

function findCandidate(name: string, candidates: readonly Candidate[]): Candidate | null {
  const wanted = name.toLowerCase();
  return candidates.find(({ provider, model }) => `${provider}/${model}`.toLowerCase() === wanted) ?? null;
}
