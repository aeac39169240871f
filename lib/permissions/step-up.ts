/** For how long somebody counts as having just shown who they are. */
const PROVEN_MS = 15 * 60_000;

/** The one table of what somebody at a browser that was left open must not do: before it, who they are is asked for
 *  again. An action or a route names its own here, and is held to it by its wrapper. */
export const STEP_UP_ACTS = [
  "factor:begin",
  "factor:codes",
  "factor:off",
  "factor:reset",
  "way:add",
  "way:remove",
  "key:make",
  "key:rotate",
  "provider-key:add",
  "provider-key:rotate",
  "role:change",
  "role:administrator",
  "role:transfer",
  "team:delete",
  "export:account",
  "export:team",
  "export:audit",
] as const;
export type StepUpAct = (typeof STEP_UP_ACTS)[number];

/** How somebody shows it: with a code, who has a second factor; with their password; or by signing in again. */
export type ProofWay = "code" | "password" | "again";

export const isProven = (provenAt: Date, nowMs: number): boolean => nowMs - provenAt.getTime() < PROVEN_MS;
