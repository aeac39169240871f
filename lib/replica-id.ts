import { randomUUID } from "node:crypto";

const SLOT = Symbol.for("wye.replica");
const holder = globalThis as { [SLOT]?: string };

/** Names this process among all that share the database. A restarted one is another. */
export function replicaId(): string {
  holder[SLOT] ??= randomUUID();
  return holder[SLOT];
}
