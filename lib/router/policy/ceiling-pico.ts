import { parseDecimal } from "@/lib/money/parse-decimal";
import type { RoutingPolicy } from "./policy";

const PICO_DIGITS = 12;
const ceilings = new WeakMap<RoutingPolicy, bigint>();

/** What an answer may cost, in 10^-12 of `policy.ceiling.currency`; null: anything. */
export function ceilingPico(policy: RoutingPolicy): bigint | null {
  if (policy.ceiling === null) return null;
  const pico = ceilings.get(policy) ?? parseDecimal(policy.ceiling.amount, PICO_DIGITS);
  ceilings.set(policy, pico);
  return pico;
}
