import type { ErrorCode } from "@/lib/errors";

/** Failures that speak against a credential or its vendor: not what a prompt, a filter or a person brought about. */
export const VENDOR_FAULTS = [
  "vendor_key_rejected",
  "vendor_quota_exhausted",
  "vendor_rate_limited",
  "vendor_timeout",
  "vendor_unavailable",
  "vendor_unreachable",
  "vendor_cut",
  "vendor_malformed",
] as const satisfies readonly ErrorCode[];

export function isVendorFault(code: ErrorCode): boolean {
  const faults: readonly ErrorCode[] = VENDOR_FAULTS;
  return faults.includes(code);
}
