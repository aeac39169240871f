import { listUsableCredentials, type UsableCredential } from "@/db/queries/credentials";
import { listUsableProviders, type ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import type { ErrorData } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type Standing, standing } from "./circuit";

/** A key as people see it: its last four characters. */
export interface KeySummary {
  id: string;
  hasKey: boolean;
  apiKeyLast4: string | null;
  /** Null: the provider's. */
  baseUrl: string | null;
  weight: number;
  /** Of the last test; null when it worked. */
  lastError: ErrorData | null;
  testedAt: string | null;
  circuit: {
    standing: Standing;
    /** In a row, the vendor's. */
    failures: number;
    openUntil: string | null;
    lastFailureAt: string | null;
    lastError: ErrorData | null;
  };
}

/** A connected provider as people see it. */
export interface ProviderSummary {
  id: string;
  scope: "team" | "instance";
  vendor: string;
  name: string;
  baseUrl: string | null;
  keys: KeySummary[];
  source: ProviderRow["source"];
  models: ProviderRow["models"];
  /** Null when the last try worked. */
  lastError: ErrorData | null;
  /** ISO 8601, as are all times here; null when it was never tried. */
  testedAt: string | null;
  /** The team has one of its own under the same name, which is used instead. */
  shadowed: boolean;
}

/** What the team may use: its own, then the instance's. */
export async function listProviders({ db, actor }: Context): Promise<ProviderSummary[]> {
  requirePermission(actor, "provider:read");
  const [rows, credentials] = await Promise.all([
    listUsableProviders(db, actor.teamId),
    listUsableCredentials(db, actor.teamId),
  ]);
  const own = new Set(rows.filter(isTeams).map(({ name }) => name));
  const now = new Date();
  return rows.map((row) => {
    const keys = credentials.filter((key) => key.teamId === row.teamId && key.providerId === row.id);
    return toSummary(
      row,
      keys.map((key) => toKeySummary(key, now)),
      !isTeams(row) && own.has(row.name),
    );
  });
}

function toSummary(row: ProviderRow, keys: KeySummary[], shadowed: boolean): ProviderSummary {
  const { id, vendor, name, baseUrl, source, models, lastError } = row;
  const scope = isTeams(row) ? "team" : "instance";
  const testedAt = row.testedAt?.toISOString() ?? null;
  return { id, scope, vendor, name, baseUrl, keys, source, models, lastError, testedAt, shadowed };
}

function toKeySummary(row: UsableCredential, now: Date): KeySummary {
  const { id, apiKeySealed, apiKeyLast4, baseUrl, weight, lastError, circuit } = row;
  return {
    id,
    hasKey: apiKeySealed !== null,
    apiKeyLast4,
    baseUrl,
    weight,
    lastError,
    testedAt: row.testedAt?.toISOString() ?? null,
    circuit: {
      standing: circuit ? standing(circuit, now) : "closed",
      failures: circuit?.failures ?? 0,
      openUntil: circuit?.openUntil?.toISOString() ?? null,
      lastFailureAt: circuit?.lastFailureAt?.toISOString() ?? null,
      lastError: circuit?.lastError ?? null,
    },
  };
}

const isTeams = (row: ProviderRow) => row.teamId !== INSTANCE_TEAM_ID;
