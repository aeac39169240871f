import { listAllTeams, sumCostsOfTeams } from "@/db/queries/admin-teams";
import type { Context } from "@/lib/context";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { type ListQuery, type Page, pageOf } from "./list-query";

export interface AdminTeam {
  id: string;
  name: string;
  members: number;
  createdAt: string;
  suspended: boolean;
  /** ISO 8601: it is being deleted, and then it goes; null: it stays. */
  deletesAt: string | null;
  /** This month's costs, in each currency: exact decimals. */
  spent: { currency: string; amount: string }[];
}

/** The teams of the instance, the newest first: how large they are and what they cost, nothing of what they say.
 *  @throws AppError `forbidden` */
export async function listAdminTeams(
  { db, actor }: Context,
  query: ListQuery,
  now: Date,
): Promise<Page<AdminTeam>> {
  requireInstancePermission(actor, "instance:team");
  const { rows, next } = await pageOf(query, (page) => listAllTeams(db, page));
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  const costs = await sumCostsOfTeams(
    db,
    rows.map(({ id }) => id),
    month,
  );
  const teams = rows.map(({ createdAt, suspendedAt, deletesAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    suspended: suspendedAt !== null,
    deletesAt: deletesAt?.toISOString() ?? null,
    spent: costs
      .filter(({ teamId }) => teamId === row.id)
      .map(({ currency, pico }) => ({ currency, amount: picoToDecimal(BigInt(pico)) })),
  }));
  return { rows: teams, next };
}
