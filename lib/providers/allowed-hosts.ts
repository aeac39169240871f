import type { Db } from "@/db/client";
import { readSetting } from "@/db/queries/settings";

export const ALLOWED_HOSTS_SETTING = "allowed_hosts";
/** How long a host that was allowed or refused on another replica may go unnoticed here. */
const FRESH_MS = 5_000;

/** Per pool, so that tests with databases of their own do not share it. */
const cache = new WeakMap<Db, { hosts: readonly string[]; readAt: number }>();

/** Private hosts that an instance administrator opened to all teams, as `host` or `host:port`. */
export async function readAllowedHosts(db: Db): Promise<string[]> {
  const value = await readSetting(db, ALLOWED_HOSTS_SETTING);
  return Array.isArray(value) ? value.filter((host) => typeof host === "string") : [];
}

/** The same, at most a few seconds old: asked on every call to a model. */
export async function allowedHosts(db: Db): Promise<readonly string[]> {
  const known = cache.get(db);
  if (known && performance.now() - known.readAt < FRESH_MS) return known.hosts;
  const hosts = await readAllowedHosts(db);
  cache.set(db, { hosts, readAt: performance.now() });
  return hosts;
}

export function forgetAllowedHosts(db: Db): void {
  cache.delete(db);
}
