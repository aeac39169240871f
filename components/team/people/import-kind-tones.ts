import type { BadgeTone } from "@/components/ui/badge";
import type { ImportKind } from "@/lib/members/plan-import";

/** In the order in which they matter. */
export const IMPORT_KIND_TONES = [
  ["error", "danger"],
  ["invite", "ok"],
  ["change", "warn"],
  ["invited", "neutral"],
  ["same", "neutral"],
] as const satisfies readonly (readonly [ImportKind, BadgeTone])[];
