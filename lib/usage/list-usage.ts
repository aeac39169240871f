import { sumCorrections } from "@/db/queries/corrections";
import { type ListedLedgerRow, listLedger } from "@/db/queries/ledgers";
import { findPeople } from "@/db/queries/people";
import { findTeams } from "@/db/queries/teams";
import type { Context } from "@/lib/context";
import { usageScope } from "./scope";
import { type Names, toUsageRow, type UsageRow } from "./usage-row";

export interface ListUsage {
  /** Null: every team, for the instance only. */
  teamId: string | null;
  limit: number;
  since?: Date;
  /** Of calls made with this key. */
  keyId?: string;
  /** Calls before this one: where the last page ended. */
  beforeId?: string;
  /** This call and those before it. */
  fromId?: string;
}

/** Calls, newest first, as scripts read them. */
export async function listUsage(context: Context, query: ListUsage): Promise<UsageRow[]> {
  const { rows, names } = await findUsage(context, query);
  return rows.map((row) => toUsageRow(row, names));
}

export async function findUsage(
  { db, actor }: Context,
  { teamId, limit, ...range }: ListUsage,
): Promise<{ rows: ListedLedgerRow[]; names: Names }> {
  const rows = await listLedger(db, { ...usageScope(actor, teamId), ...range }, limit);
  const teamIds = [...new Set(rows.map((row) => row.teamId))];
  const [people, teams, corrections] = await Promise.all([
    findPeople(db, [...new Set(rows.map((row) => row.personId))]),
    findTeams(db, teamIds),
    sumCorrections(
      db,
      teamIds,
      rows.map((row) => row.id),
    ),
  ]);
  const names = {
    people: new Map(people.map((person) => [person.id, person])),
    teams: new Map(teams.map((team) => [team.id, team.name])),
    corrections: Map.groupBy(corrections, ({ callId }) => callId),
  };
  return { rows, names };
}
