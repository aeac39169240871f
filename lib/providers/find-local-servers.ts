import { listUsableProviders } from "@/db/queries/providers";
import type { Context } from "@/lib/context";
import { readFeatures } from "@/lib/features/read-features";
import { requirePermission } from "@/lib/permissions/require-permission";
import { hostOf } from "./base-url";
import { baseUrlOf, fetchFor } from "./connection";
import { detectLocal, type LocalServer, type Probe } from "./detect-local";

const LOCAL_HOSTS = ["localhost:11434", "localhost:1234"];

/** Model servers found running on this machine that are not connected yet; none where looking for them is
 *  switched off. */
export async function findLocalServers(
  { db, actor }: Context,
  probes?: readonly Probe[],
): Promise<LocalServer[]> {
  requirePermission(actor, "provider:read");
  if (!(await readFeatures(db)).local_servers) return [];
  const hosts = probes?.map(({ baseUrl }) => hostOf(baseUrl)) ?? LOCAL_HOSTS;
  const [found, rows] = await Promise.all([
    detectLocal(fetchFor(hosts), probes),
    listUsableProviders(db, actor.teamId),
  ]);
  const connected = new Set(rows.map((row) => hostOf(baseUrlOf(row))));
  return found.filter(({ baseUrl }) => !connected.has(hostOf(baseUrl)));
}
