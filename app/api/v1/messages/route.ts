import { route } from "@/lib/http/route";
import { answerMessages } from "@/lib/openai-api/answer-messages";
import { MessagesRequest } from "@/lib/openai-api/messages-request";

export const POST = route(
  { auth: "api-key", scope: "completions", body: MessagesRequest, wire: "anthropic" },
  (context, { body, request }) => answerMessages(context, body, request.signal),
);
