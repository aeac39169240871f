import { storageOf } from "./temporary-key";
import type { Typed } from "./typed";

const DRAFT = "wye-draft:";
const SENT = "wye-sent:";

/** What is typed, kept in this browser. Where storage is refused (private windows), it lives as long as the page. */
export function readTyped(key: string): Typed | null {
  const found = read(DRAFT, key);
  if (found === "") return null;
  try {
    const value: unknown = JSON.parse(found);
    return isTyped(value) ? value : null;
  } catch {
    return null;
  }
}

/** @returns whether it is kept. */
export function writeTyped(key: string, typed: Typed): boolean {
  return write(DRAFT, key, typed.text === "" && !typed.dirty ? "" : JSON.stringify(typed));
}

/** A question on its way. */
export interface Sent {
  text: string;
  questionId: string;
  chatId: string;
}

/** What was sent, until the server is known to have it. */
export function readSent(key: string): Sent | null {
  const found = read(SENT, key);
  if (found === "") return null;
  try {
    const value: unknown = JSON.parse(found);
    return isSent(value) ? value : null;
  } catch {
    return null;
  }
}

export const writeSent = (key: string, sent: Sent | null): boolean =>
  write(SENT, key, sent === null ? "" : JSON.stringify(sent));

function isSent(value: unknown): value is Sent {
  if (typeof value !== "object" || value === null) return false;
  const { text, questionId, chatId } = value as Record<string, unknown>;
  return typeof text === "string" && typeof questionId === "string" && typeof chatId === "string";
}

function isTyped(value: unknown): value is Typed {
  if (typeof value !== "object" || value === null) return false;
  const { text, base, dirty } = value as Record<string, unknown>;
  return typeof text === "string" && typeof base === "number" && typeof dirty === "boolean";
}

function read(kind: string, key: string): string {
  try {
    return storageOf(key).getItem(kind + key) ?? "";
  } catch {
    return "";
  }
}

/** A full or refused storage costs a draft's survival of this page, not the page. */
function write(kind: string, key: string, text: string): boolean {
  try {
    if (text === "") storageOf(key).removeItem(kind + key);
    else storageOf(key).setItem(kind + key, text);
    return true;
  } catch (error) {
    console.warn("a draft is not kept in this browser", error);
    return false;
  }
}
