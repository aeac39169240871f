import type { Db } from "@/db/client";
import { listen } from "@/db/listen";
import { log } from "@/lib/log";

type Hear = () => void;

const CHANNEL = "wye_access";
/** Where nothing can be heard, everybody looks by themselves this often. */
const LOOK_EVERY_MS = 800;
const SLOT = Symbol.for("wye.accessSignals");
interface Signals {
  hearers: Map<string, Set<Hear>>;
  listening: WeakMap<Db, Promise<void>>;
}
const holder = globalThis as { [SLOT]?: Signals };
function signals(): Signals {
  holder[SLOT] ??= { hearers: new Map(), listening: new WeakMap() };
  return holder[SLOT];
}

interface Whose {
  teamId: string;
  personId: string;
}

/** Hears each time that what a person may do in a team has changed, whichever process changed it, and each time that
 *  this may have been missed. @returns how to stop hearing. */
export function hearAccess(db: Db, { teamId, personId }: Whose, hear: Hear): () => void {
  const { hearers, listening } = signals();
  const begun = listening.get(db) ?? begin(db);
  listening.set(db, begun);
  const key = `${teamId} ${personId}`;
  const ofPerson = hearers.get(key) ?? new Set();
  hearers.set(key, ofPerson.add(hear));
  return () => {
    ofPerson.delete(hear);
    if (ofPerson.size === 0 && hearers.get(key) === ofPerson) hearers.delete(key);
  };
}

async function begin(db: Db): Promise<void> {
  try {
    await listen(db, CHANNEL, { heard: pass, began: wakeAll });
  } catch (error) {
    log().warn({ err: error }, "cannot listen for changes of access; looking again and again instead");
    setInterval(wakeAll, LOOK_EVERY_MS).unref();
  }
}

function pass(key: string): void {
  for (const hear of signals().hearers.get(key) ?? []) hear();
}

function wakeAll(): void {
  for (const ofPerson of signals().hearers.values()) for (const hear of ofPerson) hear();
}
