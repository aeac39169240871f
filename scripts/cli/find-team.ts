import { Failure } from "./failure";

interface Named {
  id: string;
  name: string;
}

/** The team of this id or name; without one the first, or null when there is none.
 *  @throws Failure when there is no such team, or two of the name. */
export function findTeam<Team extends Named>(
  teams: readonly Team[],
  wanted: string | undefined,
): Team | null {
  if (wanted === undefined) return teams[0] ?? null;
  const byId = teams.find(({ id }) => id === wanted.toLowerCase());
  if (byId) return byId;
  const called = teams.filter(({ name }) => name === wanted.trim());
  if (called.length > 1)
    throw new Failure(`--team: ${called.length} teams are named ${wanted}. Give the id: ${idsOf(called)}.`);
  if (called[0]) return called[0];
  const known =
    teams.length === 0 ? "There is none yet." : `There are: ${teams.map(({ name }) => name).join(", ")}.`;
  throw new Failure(`--team: no team has the id or the name ${wanted}. ${known}`);
}

const idsOf = (teams: readonly Named[]) => teams.map(({ id }) => id).join(", ");
