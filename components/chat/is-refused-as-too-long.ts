import type { WyeMessage } from "@/lib/chat/message";

/** Whether a vendor refused to read the conversation: then the answer itself offers the ways to go on. */
export const isRefusedAsTooLong = (message: WyeMessage | undefined): boolean =>
  message?.metadata?.error?.code === "context_too_long";
