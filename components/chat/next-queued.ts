import type { WyeMessage } from "@/lib/chat/message";
import type { Queued } from "./queued";
import type { ConversationStatus } from "./use-conversation";

interface Turn {
  items: readonly Queued[];
  /** What the person wants sent before everything else. */
  urgent: string | null;
  status: ConversationStatus;
  online: boolean;
  last: WyeMessage | undefined;
}

/** Which queued message is sent now. After an answer that was stopped or failed nothing follows by itself: the
 *  person may not want it any more. */
export function nextQueued({ items, urgent, status, online, last }: Turn): Queued | null {
  if (!online || (status !== "ready" && status !== "failed")) return null;
  const wanted = items.find(({ id }) => id === urgent);
  if (wanted) return wanted;
  const head = items[0];
  if (head === undefined || status === "failed") return null;
  const wentWell = last?.role !== "assistant" || last.metadata?.status === "complete";
  return wentWell || head.waitsFor === "connection" ? head : null;
}
