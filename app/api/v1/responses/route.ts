import { route } from "@/lib/http/route";
import { createResponse } from "@/lib/openai-api/create-response";
import { ResponsesRequest } from "@/lib/openai-api/responses-request";

export const POST = route(
  { auth: "api-key", scope: "completions", body: ResponsesRequest },
  (context, { body, request }) => createResponse(context, body, request.signal),
);
