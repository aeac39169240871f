import type { WyeMessage } from "@/lib/chat/message";
import { AnswerReader } from "./answer-reader";
import type { ReplyRequest } from "./chat-transport";
import { type Failure, toFailure } from "./failure";
import { lastingResponse } from "./lasting-response";
import { LostTrack } from "./lost-track";

interface FollowInput {
  chatId: string;
  /** As it is known before. */
  message: WyeMessage;
  /** Asks for it; null: it is being written already. */
  request: ReplyRequest | null;
  signal: AbortSignal;
  /** The server has the question, and answers it. */
  onAccepted: () => void;
  onAway: (away: boolean) => void;
  /** There is more of it. */
  onRead: (message: WyeMessage) => void;
}

/** As for an answer alone: one that does not arrive is the person's to send again. */
const ATTEMPTS_TO_ASK = 3;

/** Has one answer of several written, and reads it to its end, over however many connections.
 *  @returns why it could not be read, or null; an answer that failed says so itself */
export async function followColumn(input: FollowInput): Promise<Failure | null> {
  try {
    return await readToEnd(input);
  } catch (error) {
    // It ended long ago, so it is read once more from its first character.
    if (error instanceof LostTrack) return followColumn({ ...input, request: null });
    return toFailure(error instanceof Error ? error : new Error(String(error)));
  }
}

async function readToEnd({ chatId, message, request, ...on }: FollowInput): Promise<Failure | null> {
  const response = await lastingResponse({
    begin: (signal) => (request === null ? resume(chatId, message.id, 0, signal) : ask(request, signal)),
    goOn: (answer, after, signal) => resume(chatId, answer, after, signal),
    attempts: request === null ? Number.POSITIVE_INFINITY : ATTEMPTS_TO_ASK,
    signal: on.signal,
    onAway: on.onAway,
  });
  if (response.status === 204) return { kind: "error", error: { code: "not_found", params: {} } };
  if (!response.ok || response.body === null) throw new Error(await response.text());
  on.onAccepted();
  const reader = new AnswerReader(message);
  const bytes = response.body.getReader();
  for (let next = await bytes.read(); !next.done; next = await bytes.read()) {
    reader.take(next.value);
    on.onRead(reader.message);
  }
  const isTold = reader.message.metadata?.status !== "streaming";
  return isTold || reader.refusal === null ? null : toFailure(new Error(reader.refusal));
}

const ask = (request: ReplyRequest, signal: AbortSignal) =>
  fetch("/api/chat", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal,
  });

const resume = (chatId: string, answer: string, after: number, signal: AbortSignal) =>
  fetch(`/api/chat/${chatId}/stream?${new URLSearchParams({ answer, after: String(after) })}`, { signal });
