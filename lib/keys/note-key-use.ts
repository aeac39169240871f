import type { Db } from "@/db/client";
import { touchApiKeys } from "@/db/queries/api-keys";
import { log } from "@/lib/log";

const COARSE_MS = 60_000;
const GATHER_MS = 2_000;

interface Pending {
  /** By team. */
  keys: Map<string, Set<string>>;
  timer: NodeJS.Timeout | null;
}

const pending = new WeakMap<Db, Pending>();

/** Keeps when a key was last used, to the minute: what many requests say is written once, after them. */
export function noteKeyUse(
  db: Db,
  { teamId, id, lastUsedAt }: { teamId: string; id: string; lastUsedAt: Date | null },
): void {
  if (lastUsedAt !== null && Date.now() - lastUsedAt.getTime() < COARSE_MS) return;
  const mine = pending.get(db) ?? { keys: new Map<string, Set<string>>(), timer: null };
  pending.set(db, mine);
  const ofTeam = mine.keys.get(teamId) ?? new Set<string>();
  mine.keys.set(teamId, ofTeam.add(id));
  mine.timer ??= setTimeout(() => void flush(db, mine), GATHER_MS).unref();
}

async function flush(db: Db, mine: Pending): Promise<void> {
  const keys = mine.keys;
  mine.keys = new Map();
  mine.timer = null;
  for (const [teamId, ids] of keys) {
    // A use that is not noted now is noted with the next one.
    await touchApiKeys(db, teamId, [...ids]).catch((error: unknown) =>
      log().warn({ err: error }, "could not note the use of keys"),
    );
  }
}
