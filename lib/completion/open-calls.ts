import type { Db } from "@/db/client";
import { touchCalls } from "@/db/queries/calls";
import { log } from "@/lib/log";

/** A call that nobody has spoken for in this time is dead: its process was killed. */
export const DEAD_AFTER_SECONDS = 30;
const BEAT_EVERY_MS = 5_000;

const SLOT = Symbol.for("wye.openCalls");
interface OpenCalls {
  byTeam: Map<string, Set<string>>;
  timer: NodeJS.Timeout | null;
}
const holder = globalThis as { [SLOT]?: OpenCalls };
const calls = (): OpenCalls => {
  holder[SLOT] ??= { byTeam: new Map(), timer: null };
  return holder[SLOT];
};

/** Keeps the call alive in the eyes of the reaper until the returned function is called. */
export function keepAlive(db: Db, teamId: string, callId: string): () => void {
  const open = calls();
  const ids = open.byTeam.get(teamId) ?? new Set();
  open.byTeam.set(teamId, ids.add(callId));
  open.timer ??= setInterval(() => void beat(db), BEAT_EVERY_MS).unref();
  return () => {
    ids.delete(callId);
    if (ids.size === 0 && open.byTeam.get(teamId) === ids) open.byTeam.delete(teamId);
    if (open.byTeam.size === 0 && open.timer) {
      clearInterval(open.timer);
      open.timer = null;
    }
  };
}

/** Whether this process is making the call: then it is not dead, however late its heartbeat. */
export function isOpenHere(teamId: string, callId: string): boolean {
  return calls().byTeam.get(teamId)?.has(callId) ?? false;
}

async function beat(db: Db): Promise<void> {
  for (const [teamId, ids] of calls().byTeam) {
    try {
      await touchCalls(db, teamId, [...ids]);
    } catch (error) {
      log().warn({ err: error }, "could not renew open calls");
    }
  }
}
