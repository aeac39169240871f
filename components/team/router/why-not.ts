import { forbidden } from "@/lib/router/policy/forbidden";
import type { RoutableModel } from "@/lib/routing/routing-view";
import { linesOf, type RoutingDraft } from "./routing-draft";

/** Why a model may not answer, by what is being said; null: it may. */
export type WhyNot = (model: RoutableModel) => ReturnType<typeof forbidden>;

type Limits = Pick<RoutingDraft, "allowed" | "blocked" | "onlyAllowed" | "residency">;

export function whyNotBy({ allowed, blocked, onlyAllowed, residency }: Limits): WhyNot {
  const policy = {
    allowed: onlyAllowed ? linesOf(allowed) : null,
    blocked: linesOf(blocked),
    residency,
  };
  return (model) => forbidden(policy, model);
}
