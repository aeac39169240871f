import { forbidden } from "@/lib/router/policy/forbidden";
import type { RoutableModel } from "@/lib/routing/routing-view";

type Named = Pick<RoutableModel, "provider" | "model" | "vendor" | "residency">;

/** How many models patterns match between them, and which match none: as the router does. */
export function matchesOf(
  patterns: readonly string[],
  models: readonly Named[],
): { matched: number; idle: string[] } {
  const matched = (blocked: string[]) =>
    models.filter((model) => forbidden({ allowed: null, blocked, residency: "anywhere" }, model) !== null);
  return {
    matched: matched([...patterns]).length,
    idle: patterns.filter((pattern) => matched([pattern]).length === 0),
  };
}
