import type { Db } from "@/db/client";
import { listAllProviders, type ProviderRow } from "@/db/queries/providers";
import { findTeams } from "@/db/queries/teams";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { errorMessage } from "@/lib/i18n/error-message";
import { systemLocale } from "../system-locale";
import { examine, type Finding, ok, remark, wrong } from "./finding";

/** How the last try of each connected provider ended. */
export async function checkProviders(db: Db): Promise<Finding[]> {
  const rows = await listAllProviders(db);
  if (rows.length === 0)
    return [{ check: "Providers", ...remark("none is connected", 'Connect one: "provider add".') }];
  const teams = await findTeams(db, [...new Set(rows.map(({ teamId }) => teamId))]);
  return Promise.all(
    rows.map((row) => {
      const team = teams.find(({ id }) => id === row.teamId);
      const owner = row.teamId === INSTANCE_TEAM_ID ? "" : ` (${team?.name ?? row.teamId})`;
      return examine(`Provider ${row.name}${owner}`, () => judge(row, team?.name));
    }),
  );
}

function judge({ name, testedAt, lastError, models }: ProviderRow, team: string | undefined) {
  const test = `provider test ${name}${team === undefined ? "" : ` --team "${team}"`}`;
  if (lastError !== null) return wrong(errorMessage(lastError, systemLocale()), `Then try it again: ${test}`);
  if (testedAt === null) return remark("was never tried", `Try it: ${test}`);
  return ok(`worked at ${testedAt.toISOString()}, ${models.length} models`);
}
