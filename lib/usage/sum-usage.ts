import { sumLedger } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { usageScope } from "./scope";

export interface UsageTotal {
  /** Null: calls that have no price. */
  currency: string | null;
  /** The demo model's invented prices are never added to real ones. */
  demo: boolean;
  calls: number;
  /** Rows that correct a call's cost; they are part of it. */
  corrections: number;
  unpricedCalls: number;
  estimatedCalls: number;
  /** Exact decimal: equals the sum of the rows to the last digit. */
  cost: string;
}

/** What the calls of a team (null: of all teams) cost, a total per currency. */
export async function sumUsage(
  { db, actor }: Context,
  { teamId, ...range }: { teamId: string | null; since?: Date; keyId?: string },
): Promise<UsageTotal[]> {
  const filter = { ...usageScope(actor, teamId), ...range };
  const totals = await sumLedger(db, filter);
  return totals.map(({ costPico, ...total }) => ({ ...total, cost: picoToDecimal(BigInt(costPico)) }));
}
