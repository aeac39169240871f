import type { MessageMetadata } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";

/** What an answer came from. Null: nobody had answered. */
export function choiceOf({ mode, model }: Pick<MessageMetadata, "mode" | "model">): Choice | null {
  if (mode) return { kind: "mode", mode };
  return model === undefined ? null : { kind: "model", model };
}
