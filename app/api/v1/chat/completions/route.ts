import { route } from "@/lib/http/route";
import { ChatCompletionRequest } from "@/lib/openai-api/chat-request";
import { completeChat } from "@/lib/openai-api/complete-chat";

export const POST = route(
  { auth: "api-key", scope: "completions", body: ChatCompletionRequest },
  (context, { body, request }) => completeChat(context, body, request.signal),
);
