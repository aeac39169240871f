import type { PickerPrice } from "@/lib/chat/picker";
import type { RouterCandidate } from "@/lib/router/candidate";
import type { Mode } from "@/lib/router/choice";
import type { VersionedRouting } from "./read-routing";

/** A connected model, as far as a policy speaks of it. */
export interface RoutableModel
  extends Pick<RouterCandidate, "provider" | "model" | "vendor" | "modes" | "residency" | "demo"> {
  /** `provider/model`. */
  name: string;
  displayName: string;
  providerName: string;
  /** Null: unpriced. */
  price: PickerPrice | null;
}

/** All that it takes to say how a team's questions are routed. */
export interface RoutingView {
  routing: VersionedRouting;
  models: RoutableModel[];
  /** That a rule may speak of, by name. */
  groups: { id: string; name: string }[];
  /** Whom Wye would ask in a mode where the team does not say, the first ones. */
  defaults: Record<Mode, string[]>;
  /** Who would answer now; null: nobody. */
  answering: Record<Mode, string | null>;
  /** Between which probabilities the classifier is unsure, as it was calibrated. */
  calibrated: { from: number; to: number };
  /** That connected models are priced in. */
  currencies: string[];
}
