import { complete } from "@/lib/completion/complete";
import type { CompletionResult } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import type { Upstream } from "@/tests/support/upstream/start-upstream";

const SINK = { start: () => undefined, reasoning: () => undefined, text: () => undefined };

/** A call of a member through the gate, to its end. */
export function answer(
  context: Context,
  model: string,
  signal = new AbortController().signal,
): Promise<CompletionResult> {
  const prompt = [{ role: "user" as const, content: [{ type: "text" as const, text: "How are you?" }] }];
  const request = {
    purpose: "chat",
    choice: { kind: "model", model },
    chatId: null,
    messageId: null,
  } as const;
  return complete(context, { ...request, prompt, signal }, SINK);
}

/** The keys that answers were asked for with, in order. */
export function keysUsed(upstream: Upstream): string[] {
  const calls = upstream.calls.filter(({ model }) => model !== null);
  return calls.map(({ headers }) => headers.authorization?.replace("Bearer ", "") ?? "");
}
