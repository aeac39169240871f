import type { MessageStatus } from "./message";

interface Ended {
  status: MessageStatus;
  /** Of a message that was kept, null; in its metadata, left out. */
  finishReason?: string | null | undefined;
}

/** Whether an answer broke off: it was stopped, cut or interrupted, or reached its output limit. It can be continued
 *  once it has said something. */
export function brokeOff({ status, finishReason }: Ended): boolean {
  if (status === "complete") return finishReason === "length";
  return status !== "streaming";
}
