import type { Overrides } from "@/lib/router/recalibrate";

/** What a threshold from people's use would do. */
export interface ThresholdEffect {
  /** Decisions of Auto's that it was worked out from, and how many more are needed; 0: enough. */
  decisions: number;
  missing: number;
  /** As it is and as it would be; null: as the classifier was calibrated, which is `calibrated`. */
  from: number | null;
  to: number | null;
  calibrated: number;
  /** Of these decisions, those that people would ask again the other way. */
  before: Overrides;
  after: Overrides;
  /** Of the policy that it is worked out for. */
  version: string;
}
