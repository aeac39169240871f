import type { Messages } from "@/lib/i18n/messages";

type Words = Messages["chat"]["why"];

/** Which word there is for why a call failed. */
export const failureWord = (code: string | null): keyof Words["hop"] =>
  FAILURES.find((known) => known === code) ?? "other";

/** Which word there is for why a model was left out; a later version may know more. */
export const leftOutWord = (because: string): keyof Words["leftBecause"] =>
  LEFT_OUT.find((known) => known === because) ?? "other";

const FAILURES: readonly (keyof Words["hop"])[] = [
  "vendor_key_rejected",
  "vendor_model_missing",
  "vendor_rate_limited",
  "vendor_quota_exhausted",
  "vendor_timeout",
  "vendor_unavailable",
  "vendor_unreachable",
  "vendor_cut",
  "vendor_malformed",
  "vendor_refused",
  "vendor_content_filter",
  "context_too_long",
];

const LEFT_OUT: readonly (keyof Words["leftBecause"])[] = [
  "blocked",
  "not-allowed",
  "not-permitted",
  "residency",
  "no-images",
  "too-long",
  "over-ceiling",
  "over-budget",
  "failing",
];
