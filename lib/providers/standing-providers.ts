import type { ProviderRow } from "@/db/queries/providers";

/** Those that are used, each name once: a team's own provider hides the instance's of the same name.
 *  @param rows the team's first */
export function standingProviders(rows: readonly ProviderRow[]): ProviderRow[] {
  const names = new Set<string>();
  return rows.filter(({ name }) => !names.has(name) && names.add(name));
}
