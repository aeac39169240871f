import type { ChosenMode } from "@/lib/router/choice";
import type { KeyScope } from "./key-scopes";

/** What a key allows, within what its owner may do. */
export interface KeyLimits {
  id: string;
  scopes: readonly KeyScope[];
  /** Patterns of `vendor/model`; null: whatever the team allows. */
  models: readonly string[] | null;
  /** Null: every mode. */
  modes: readonly ChosenMode[] | null;
}
