import { v7 as uuidv7 } from "uuid";
import type { LoadPlan } from "./plan.ts";

const QUESTION = "Tell me about rivers.";

/** A fresh conversation's first question, as the target's own page would ask it. */
export function requestBody(
  { protocol, choice }: Pick<LoadPlan, "protocol" | "choice">,
  chatId: string = uuidv7(),
): string {
  switch (protocol) {
    case "completions":
      return JSON.stringify({
        model: "bench",
        messages: [{ role: "user", content: QUESTION }],
        stream: true,
        stream_options: { include_usage: true },
      });
    case "ui-messages":
      return JSON.stringify({
        messages: [{ id: uuidv7(), role: "user", parts: [{ type: "text", text: QUESTION }] }],
      });
    case "wye":
      return JSON.stringify({
        chatId,
        message: { id: uuidv7(), text: QUESTION },
        parentId: null,
        choice,
        answerId: uuidv7(),
      });
  }
}
