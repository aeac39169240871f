import type { CredentialRow } from "@/db/queries/credentials";
import type { ProviderRow } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import type { Context } from "@/lib/context";
import { allowedHosts } from "./allowed-hosts";
import { openApiKey } from "./api-key";
import { hostOf } from "./base-url";
import { guardedFetch } from "./guarded-fetch";
import { vendorById } from "./registry";
import type { Connection } from "./vendor";

/** One fetch for each set of allowed hosts: it is made once, not once a call. */
const fetches = new Map<string, typeof globalThis.fetch>();
const MAX_FETCHES = 200;
/** The gate has the only clock for a call (the two settings for it), and lists of models are asked for with a
 *  signal of their own: beyond the longest setting, the socket needs no opinion. */
const NO_LIMIT_MS = 20_000_000;

/** A stored credential, ready to be used; null: the way of a provider that has none. */
export async function openConnection(
  context: Pick<Context, "db">,
  provider: Pick<ProviderRow, "teamId" | "vendor" | "name" | "baseUrl">,
  credential: Pick<CredentialRow, "apiKeySealed" | "baseUrl"> | null,
): Promise<Connection> {
  const apiKey = credential && openApiKey(provider, credential);
  return connectionTo(context, provider, { apiKey, baseUrl: credential?.baseUrl ?? null });
}

/** What serves the whole instance may be at a private address, because who may add it may allow any; a team's may be
 *  there only if the host was allowed. */
export async function connectionTo(
  { db }: Pick<Context, "db">,
  provider: Pick<ProviderRow, "teamId" | "vendor" | "baseUrl">,
  way: { apiKey: string | null; baseUrl: string | null },
): Promise<Connection> {
  const baseUrl = way.baseUrl ?? baseUrlOf(provider);
  const hosts = provider.teamId === INSTANCE_TEAM_ID ? [hostOf(baseUrl)] : await allowedHosts(db);
  return { baseUrl, apiKey: way.apiKey, fetch: fetchFor(hosts) };
}

export function baseUrlOf({ vendor, baseUrl }: Pick<ProviderRow, "vendor" | "baseUrl">): string {
  const url = baseUrl ?? vendorById(vendor)?.defaultBaseUrl;
  if (!url) throw new RangeError(`a provider of ${vendor} has no base URL`);
  return url;
}

export function fetchFor(hosts: readonly string[]): typeof globalThis.fetch {
  const key = hosts.join(" ");
  const known = fetches.get(key);
  if (known) return known;
  if (fetches.size >= MAX_FETCHES) fetches.clear();
  const made = guardedFetch({
    allowedHosts: hosts,
    firstByteTimeoutMs: NO_LIMIT_MS,
    idleTimeoutMs: NO_LIMIT_MS,
  });
  fetches.set(key, made);
  return made;
}
