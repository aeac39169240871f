import { z } from "zod";
import { RoutingPolicy } from "@/lib/router/policy/policy";

const MOST_MODELS = 100;

const ModeList = z.array(z.string().trim().min(3).max(300)).min(1).max(MOST_MODELS).nullable();

/** All that a team says of how its questions are routed. */
export const TeamRouting = z.strictObject({
  policy: RoutingPolicy,
  /** `vendor/model` names, the most wanted first; null: as Wye has it. */
  modes: z.strictObject({ knowledge: ModeList, reasoning: ModeList }),
});
export type TeamRouting = z.infer<typeof TeamRouting>;

/** `version`: of what was changed, as `readRouting` gave it. */
export const RoutingChange = z.strictObject({ ...TeamRouting.shape, version: z.string().min(1).max(100) });
export type RoutingChange = z.infer<typeof RoutingChange>;
