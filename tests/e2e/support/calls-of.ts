import type { Call } from "@/tests/support/upstream/call";
import type { Upstream } from "@/tests/support/upstream/start-upstream";

interface ChatBody {
  messages: { role: string; content: string }[];
}

/** The questions a model was asked over the chat wire, oldest first; titles have a system message. */
export function callsOf(upstream: Upstream, model: string): (Call & { messages: ChatBody["messages"] })[] {
  return upstream.calls
    .filter((call) => call.model === model)
    .map((call) => ({ ...call, messages: (call.body as ChatBody).messages }))
    .filter(({ messages }) => messages[0]?.role !== "system");
}
