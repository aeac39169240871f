import { AppError, type ErrorCode } from "@/lib/errors";
import { type ErrorFacts, errorFacts } from "./error-facts";
import { retryAfterMs } from "./retry-after";
import { VENDOR_WORDS } from "./vendor-words";

export interface CallIdentity {
  vendor: string;
  /** Absent when listing models. */
  model?: string;
}

interface Rule {
  code: ErrorCode;
  retryable: boolean;
  matches(facts: ErrorFacts): boolean;
}

const named = (facts: ErrorFacts, pattern: RegExp) => facts.names.some((name) => pattern.test(name));
/** Some vendors say what is wrong in the body of a reply that succeeded, or of one that is merely wrong. */
const isSaidOnly = (status: number | null) => status === null || status === 400;
const isClientError = ({ status }: ErrorFacts) => status === null || (status >= 400 && status < 500);

/** The first that matches decides. What a vendor says outranks the status it says it with, since vendors
 *  agree on words more than on numbers. */
const RULES: readonly Rule[] = [
  {
    code: "context_too_long",
    retryable: false,
    matches: (facts) =>
      isClientError(facts) && (facts.status === 413 || VENDOR_WORDS.tooLong.test(facts.text)),
  },
  {
    code: "vendor_content_filter",
    retryable: false,
    matches: ({ text }) => VENDOR_WORDS.filtered.test(text),
  },
  {
    code: "vendor_key_rejected",
    retryable: false,
    matches: ({ text }) => VENDOR_WORDS.keyRejected.test(text),
  },
  {
    // Google answers 429 RESOURCE_EXHAUSTED with "exceeded your current quota" for a per-minute limit too.
    code: "vendor_quota_exhausted",
    retryable: false,
    matches: ({ status, text }) =>
      status === 402 ||
      VENDOR_WORDS.outOfQuota.test(text) ||
      (/exceeded your current quota/.test(text) && !/resource_exhausted/.test(text)),
  },
  {
    code: "vendor_model_missing",
    retryable: false,
    matches: (facts) =>
      isClientError(facts) && (facts.status === 404 || VENDOR_WORDS.modelMissing.test(facts.text)),
  },
  {
    code: "vendor_key_rejected",
    retryable: false,
    matches: ({ status, text }) => status === 401 || status === 403 || VENDOR_WORDS.noPermission.test(text),
  },
  {
    // Moonshot's 429 for a busy engine is nobody's limit.
    code: "vendor_rate_limited",
    retryable: true,
    matches: ({ status, text }) =>
      (status === 429 && !VENDOR_WORDS.overloaded.test(text)) ||
      (isSaidOnly(status) && VENDOR_WORDS.tooMany.test(text)),
  },
  { code: "vendor_timeout", retryable: true, matches: ({ status }) => status === 408 || status === 504 },
  {
    code: "vendor_unavailable",
    retryable: true,
    matches: ({ status, text }) =>
      (status !== null && status >= 500) ||
      ((isSaidOnly(status) || status === 429) && VENDOR_WORDS.overloaded.test(text)),
  },
  { code: "vendor_refused", retryable: false, matches: ({ status }) => status !== null },
  {
    code: "vendor_timeout",
    retryable: true,
    matches: (facts) => named(facts, /^(TimeoutError|ETIMEDOUT|UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT)$/),
  },
  {
    code: "vendor_unreachable",
    retryable: true,
    matches: (facts) =>
      named(
        facts,
        /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ERR_TLS|CERT_|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/,
      ),
  },
  {
    code: "vendor_cut",
    retryable: true,
    matches: (facts) =>
      named(facts, /^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|AbortError)$/) ||
      /^(terminated|other side closed)$/m.test(facts.text) ||
      /stream ended (without|before)/.test(facts.text),
  },
  {
    code: "vendor_malformed",
    retryable: true,
    matches: (facts) =>
      named(
        facts,
        /^(AI_)?(TypeValidation|JSONParse|InvalidResponseData|EmptyResponseBody|NoContentGenerated)Error$|^SyntaxError$|^HPE_/,
      ),
  },
  // A vendor's own error event in mid-stream: it has words but no status.
  { code: "vendor_unavailable", retryable: true, matches: ({ text }) => text !== "" },
];

/** What went wrong with a vendor call, in Wye's words. Of what the vendor sent only the status is kept.
 *  An abort by the caller is no vendor's failure: ask the signal before asking this. */
export function classifyError(error: unknown, call: CallIdentity, now: Date = new Date()): AppError {
  const own = findAppError(error);
  if (own) return own;
  if (error instanceof RangeError) return new AppError("vendor_malformed", { ...call }, { cause: error });
  const facts = errorFacts(error);
  const rule = RULES.find((candidate) => candidate.matches(facts));
  const params = { ...call, ...(facts.status === null ? {} : { status: facts.status }) };
  return new AppError(rule?.code ?? "internal", params, {
    cause: new Error([...facts.names, facts.status ?? "no status"].join(" ")),
    retryable: rule?.retryable ?? false,
    retryAfterMs: rule?.retryable ? retryAfterMs(facts.headers, now) : null,
  });
}

/** An AppError thrown below, by the guarded fetch for one, wherever an SDK wrapped it. */
function findAppError(error: unknown): AppError | null {
  let current = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
    if (current instanceof AppError) return current;
    current = current.cause;
  }
  return null;
}
