import type { ErrorCode, ErrorData } from "@/lib/errors";

/** What a failure before the first word says about where else to ask.
 *  `asker`: of the question, which would fail everywhere. `room`: the prompt is too long for this model. `key`: this
 *  key gets nowhere. `model`: this key does not get this model. `busy`: this key is to wait. `slow`, `away`: whoever
 *  is at this address does not answer, in time or at all. `ill`: what is there does not work at the moment. */
export type Fault = "asker" | "room" | "key" | "model" | "busy" | "slow" | "away" | "ill";

const FAULTS: Readonly<Partial<Record<ErrorCode, Fault>>> = {
  context_too_long: "room",
  vendor_key_rejected: "key",
  vendor_quota_exhausted: "key",
  // An address that is not allowed is one that this key cannot be used with.
  private_address: "key",
  vendor_model_missing: "model",
  vendor_rate_limited: "busy",
  vendor_timeout: "slow",
  vendor_unreachable: "away",
  vendor_unavailable: "ill",
  vendor_cut: "ill",
  vendor_malformed: "ill",
  // Nobody knows what it was; elsewhere it may be different.
  internal: "ill",
};
/** What is wrong with the request itself; what else is refused (no such method, gone) is wrong with the place. */
const BAD_REQUEST: readonly unknown[] = [undefined, 400, 413, 422];

export function faultOf({ code, params }: Pick<ErrorData, "code" | "params">): Fault {
  if (code === "vendor_refused") return BAD_REQUEST.includes(params.status) ? "asker" : "model";
  return FAULTS[code] ?? "asker";
}
