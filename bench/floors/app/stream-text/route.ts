import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from "ai";
import { upstreamUrl } from "../upstream-url";

const provider = createOpenAICompatible({
  name: "bench",
  baseURL: upstreamUrl(),
  apiKey: "bench",
  includeUsage: true,
});

/** The route of the AI SDK's own Next.js guide, and nothing more. */
export async function POST(request: Request): Promise<Response> {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const result = streamText({
    model: provider("bench"),
    messages: await convertToModelMessages(messages),
    abortSignal: request.signal,
  });
  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream: result.stream }) });
}
