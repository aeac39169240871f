import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { convertToModelMessages, UI_MESSAGE_STREAM_HEADERS, type UIMessage } from "ai";
import { upstreamUrl } from "../upstream-url";
import { mergingBody } from "./merging-body";
import { nodeFetch } from "./node-fetch";

const provider = createOpenAICompatible({
  name: "bench",
  baseURL: upstreamUrl(),
  apiKey: "bench",
  includeUsage: true,
  fetch: async (input, init) => {
    const response = await nodeFetch(input, init);
    return new Response(response.body && mergingBody(response.body), response);
  },
});

const encoder = new TextEncoder();
const START = '{"type":"start"}';
const FINISH = '{"type":"finish"}';

/** What a route can do that keeps the SDK's provider and gives up the rest: the provider's own stream, written
 *  as UI message chunks by hand. For orientation; it is no floor. */
export async function POST(request: Request): Promise<Response> {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const { stream } = await provider("bench").doStream({
    prompt: (await convertToModelMessages(messages)).map(toPrompt),
    abortSignal: request.signal,
  });
  const reader = stream.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encode(START)),
      async pull(controller) {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) {
            controller.enqueue(encoder.encode(`data: ${FINISH}\n\ndata: [DONE]\n\n`));
            return controller.close();
          }
          if (value.type !== "text-start" && value.type !== "text-delta" && value.type !== "text-end")
            continue;
          return controller.enqueue(encode(JSON.stringify(value)));
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: UI_MESSAGE_STREAM_HEADERS });
}

function encode(json: string): Uint8Array {
  return encoder.encode(`data: ${json}\n\n`);
}

function toPrompt(
  message: Awaited<ReturnType<typeof convertToModelMessages>>[number],
): LanguageModelV4Prompt[number] {
  if (message.role !== "user") throw new RangeError("the bench asks one question");
  const text =
    typeof message.content === "string"
      ? message.content
      : message.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
  return { role: "user", content: [{ type: "text", text }] };
}
