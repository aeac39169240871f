import type { WyeMessage } from "@/lib/chat/message";

/** A message of the path, and what leads to it. */
export interface PathCut {
  message: WyeMessage;
  /** What is known right before it, without holes, oldest first. */
  before: WyeMessage[];
  /** Ids of the messages in its place, itself among them, where there are several. */
  beside: readonly string[] | undefined;
  /** It lies above what the conversation holds: the server has it. */
  earlier: boolean;
}
