import { constants } from "node:os";
import type { MessageStatus } from "@/lib/chat/message";
import { EXIT_FAILED, EXIT_OK } from "../exit-code";

/** A whole answer is a success; one that was stopped ends as the signal would have ended the process. */
export function exitCodeOf(status: MessageStatus, signal: NodeJS.Signals | null): number {
  if (status === "complete") return EXIT_OK;
  if (status === "failed" || signal === null) return EXIT_FAILED;
  return 128 + constants.signals[signal];
}
