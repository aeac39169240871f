import { MessageRef } from "@/lib/chat/message-ref";
import { route } from "@/lib/http/route";
import { explainDecision } from "@/lib/routing/explain-decision";

/** Why an answer came from whom it came, and what that took. */
export const GET = route({ auth: "session", params: MessageRef }, async (context, { params }) =>
  Response.json(await explainDecision(context, params)),
);
