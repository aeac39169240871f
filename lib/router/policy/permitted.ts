import { type Permit, permitOf, type Subject, speaksOf } from "./access";
import type { RoutingPolicy } from "./policy";

/** By the rules that speak of a person: as many as there are different sets of them, however many people. */
const kept = new WeakMap<RoutingPolicy, Map<string, RoutingPolicy>>();

/** A team's policy as it holds for one person. The same object for all of whom the same rules speak, and the policy
 *  itself where none does, so that what is made of a policy is made once. */
export function permitted(policy: RoutingPolicy, subject: Subject): RoutingPolicy {
  const rules = policy.access.filter((rule) => speaksOf(rule, subject));
  if (rules.length === 0) return policy;
  const known = kept.get(policy) ?? new Map<string, RoutingPolicy>();
  kept.set(policy, known);
  const key = rules.map(({ id }) => id).join(" ");
  const made = known.get(key) ?? { ...policy, permit: permitOf(rules) satisfies Permit };
  known.set(key, made);
  return made;
}
