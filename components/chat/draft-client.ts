import type { DraftChange, DraftSaved, ServerDraft } from "@/lib/chat/draft";
import { isTemporaryKey } from "./temporary-key";

const addressOf = (key: string): string => `/api/drafts/${key}`;

/** A browser sends no more than this after the page is gone. */
const MAX_KEEPALIVE_CHARACTERS = 15_000;

/** @returns null when the server could not be reached, or does not take it: it stays in this browser. */
export async function putDraft(key: string, change: DraftChange): Promise<DraftSaved | null> {
  if (isTemporaryKey(key)) return null;
  return answerOf<DraftSaved>(
    fetch(addressOf(key), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(change),
      keepalive: change.text.length < MAX_KEEPALIVE_CHARACTERS,
    }),
  );
}

export async function fetchDraft(key: string): Promise<ServerDraft | null> {
  if (isTemporaryKey(key)) return null;
  return answerOf<ServerDraft>(fetch(addressOf(key)));
}

async function answerOf<Value>(response: Promise<Response>): Promise<Value | null> {
  try {
    const found = await response;
    // Our own server's answer: lib/chat/draft.ts says what it is.
    return found.ok ? ((await found.json()) as Value) : null;
  } catch {
    return null;
  }
}
