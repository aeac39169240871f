import { listUsableProviders, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { ErrorData } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";

/** A connected provider as people see it: of the key, the last four characters. */
export interface ProviderSummary {
  id: string;
  scope: "team" | "instance";
  vendor: string;
  name: string;
  baseUrl: string | null;
  hasKey: boolean;
  apiKeyLast4: string | null;
  source: ProviderRow["source"];
  models: ProviderRow["models"];
  /** Null when the last try worked. */
  lastError: ErrorData | null;
  /** ISO 8601; null when it was never tried. */
  testedAt: string | null;
  /** The team has one of its own under the same name, which is used instead. */
  shadowed: boolean;
}

/** What the team may use: its own, then the instance's. */
export async function listProviders({ db, actor }: Context): Promise<ProviderSummary[]> {
  requirePermission(actor, "provider:read");
  const rows = await listUsableProviders(db, actor.teamId);
  const own = new Set(rows.filter(isTeams).map(({ name }) => name));
  return rows.map((row) => toSummary(row, !isTeams(row) && own.has(row.name)));
}

function toSummary(row: ProviderRow, shadowed: boolean): ProviderSummary {
  const { id, vendor, name, baseUrl, apiKeyLast4, source, models, lastError } = row;
  return {
    id,
    scope: isTeams(row) ? "team" : "instance",
    vendor,
    name,
    baseUrl,
    hasKey: row.apiKeySealed !== null,
    apiKeyLast4,
    source,
    models,
    lastError,
    testedAt: row.testedAt?.toISOString() ?? null,
    shadowed,
  };
}

const isTeams = (row: ProviderRow) => row.teamId !== INSTANCE_TEAM_ID;
