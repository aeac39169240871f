import type { DecisionView } from "@/lib/routing/explain-decision";

/** Why an answer came from whom it came; `gone` where that is not kept any more. */
export async function fetchDecision(
  chatId: string,
  messageId: string,
  signal: AbortSignal,
): Promise<DecisionView | "gone" | "failed"> {
  try {
    const response = await fetch(`/api/chat/${chatId}/messages/${messageId}/decision`, { signal });
    // Our own server's answer; explainDecision made it.
    if (response.ok) return (await response.json()) as DecisionView;
    return response.status === 404 ? "gone" : "failed";
  } catch {
    return "failed";
  }
}
