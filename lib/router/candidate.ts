import type { Rate } from "@/lib/pricing/rate";
import type { Mode } from "./choice";
import type { ModelAbilities } from "./model-abilities";
import type { ModelName } from "./model-name";
import type { Residency } from "./policy/policy";

/** A model that a connected provider offers, as the router sees it. */
export interface RouterCandidate extends ModelName {
  vendor: string;
  /** The modes its abilities allow. */
  modes: readonly Mode[];
  abilities: ModelAbilities;
  /** Tokens; null where it is not known. */
  contextLength: number | null;
  takesImages: boolean;
  /** Equal for the same model at different hosts. */
  sameAs: string;
  residency: Exclude<Residency, "anywhere"> | "elsewhere";
  /** Of the credential it would go through; null: unpriced. */
  rate: Rate | null;
  /** The demo comes last, whatever else is said. */
  demo: boolean;
}

/** What real calls lately said of a candidate. */
export interface CandidateHealth {
  /** `open`: every credential of it is held back. */
  state: "works" | "failing" | "open";
  /** Milliseconds to the first token; null where nothing is known. */
  ttftMs: number | null;
  /** Output tokens a second after the first. */
  tokensPerSecond: number | null;
}

/** What routing is done from: the team's, at one instant. */
export interface RouterCatalogue {
  candidates: readonly RouterCandidate[];
  /** Names of connected providers that keep no list, so that any model may exist there. */
  unlisted: readonly string[];
  /** `vendor/model` names per mode, the most wanted first. */
  preferences: Readonly<Record<Mode, readonly string[]>>;
}

/** By `provider/model`. */
export type Health = ReadonlyMap<string, CandidateHealth>;

/** What may still be spent; null: no limit. Amounts in 10^-12 of the unit. */
export interface Spend {
  left: { pico: bigint; currency: string } | null;
}
