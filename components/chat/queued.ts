import { storageOf } from "./temporary-key";

const PREFIX = "wye-queue:";

/** A message that waits for its turn. Its ids are made when it is queued: two tabs that send it are one request. */
export interface Queued {
  id: string;
  answerId: string;
  text: string;
  /** The end of the answer that is being written, or a connection. */
  waitsFor: "answer" | "connection";
}

/** What waits in a chat, kept in this browser. Where storage is refused, it lives as long as the page. */
export function readQueue(key: string): Queued[] {
  try {
    const found: unknown = JSON.parse(storageOf(key).getItem(PREFIX + key) ?? "[]");
    return Array.isArray(found) ? found.filter(isQueued) : [];
  } catch {
    return [];
  }
}

/** @returns whether it could be kept. */
export function writeQueue(key: string, items: readonly Queued[]): boolean {
  try {
    if (items.length === 0) storageOf(key).removeItem(PREFIX + key);
    else storageOf(key).setItem(PREFIX + key, JSON.stringify(items));
    return true;
  } catch {
    return false;
  }
}

export const isQueueOf = (key: string, { key: changed }: Pick<StorageEvent, "key">): boolean =>
  changed === PREFIX + key;

function isQueued(value: unknown): value is Queued {
  if (typeof value !== "object" || value === null) return false;
  const { id, answerId, text, waitsFor } = value as Record<string, unknown>;
  return (
    typeof id === "string" &&
    typeof answerId === "string" &&
    typeof text === "string" &&
    (waitsFor === "answer" || waitsFor === "connection")
  );
}
