import type { Mode } from "@/lib/router/choice";
import type { RoutingRequest } from "@/lib/router/request";

/** Of a usual question; in tokens. */
const USUAL_PROMPT = 500;

/** A question of no kind, asked in a mode. */
export const plainRequest = (mode: Mode): RoutingRequest => ({
  ...{ choice: { kind: "mode", mode }, question: "", history: [], before: null, groupIds: [] },
  ...{ attachments: 0, images: 0, promptTokens: USUAL_PROMPT, standIn: false },
});
