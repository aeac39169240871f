import type { Db } from "@/db/client";
import { listen } from "@/db/listen";
import { log } from "@/lib/log";

/** `said`: there is more to read, or it is over. `stop`: somebody wants it stopped. */
export type RunSignal = "said" | "stop";
type Hear = (signal: RunSignal) => void;

const CHANNEL = "wye_run";
const SLOT = Symbol.for("wye.runSignals");
interface Signals {
  hearers: Map<string, Set<Hear>>;
  listening: WeakMap<Db, Promise<void>>;
}
const holder = globalThis as { [SLOT]?: Signals };
function signals(): Signals {
  holder[SLOT] ??= { hearers: new Map(), listening: new WeakMap() };
  return holder[SLOT];
}

/** Hears what other processes tell of a run. @returns how to stop hearing. */
export function hearRun({ teamId, id }: { teamId: string; id: string }, hear: Hear): () => void {
  const key = keyOf(teamId, id);
  const { hearers } = signals();
  const ofRun = hearers.get(key) ?? new Set();
  hearers.set(key, ofRun.add(hear));
  return () => {
    ofRun.delete(hear);
    if (ofRun.size === 0 && hearers.get(key) === ofRun) hearers.delete(key);
  };
}

/** Begins to listen, once in a process. Where the database cannot be listened to (a pooler that shares connections
 *  between statements), everybody still looks now and then. */
export function listenToRuns(db: Db): Promise<void> {
  const { listening } = signals();
  const begun = listening.get(db) ?? begin(db);
  listening.set(db, begun);
  return begun;
}

async function begin(db: Db): Promise<void> {
  try {
    await listen(db, CHANNEL, { heard: pass, began: wakeAll });
  } catch (error) {
    log().warn({ err: error }, "cannot listen for what other replicas tell; looking now and then instead");
  }
}

/** An id is a run's within its team only. */
const keyOf = (teamId: string, id: string): string => `${teamId} ${id}`;

function pass(payload: string): void {
  const [signal, teamId = "", id = ""] = payload.split(" ");
  if (signal !== "said" && signal !== "stop") return;
  for (const hear of signals().hearers.get(keyOf(teamId, id)) ?? []) hear(signal);
}

function wakeAll(): void {
  for (const ofRun of signals().hearers.values()) for (const hear of ofRun) hear("said");
}
