import type { KeyScope } from "@/lib/permissions/key-scopes";
import type { ChosenMode } from "@/lib/router/choice";

/** What a key allows, within what its owner may do. */
export interface KeyLimits {
  id: string;
  scopes: readonly KeyScope[];
  /** Patterns of `vendor/model`; null: whatever the team allows. */
  models: readonly string[] | null;
  /** Null: every mode. */
  modes: readonly ChosenMode[] | null;
}
