/** Every failure a caller can act on. The HTTP status and the sentence (messages/*.json, `errors.<code>`)
 *  are looked up at the edge, so that core and services never format text. */
export const ERROR_STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  weak_password: 400,
  link_dead: 410,
  wrong_code: 401,
  step_over: 410,
  step_up: 403,
  sign_in_refused: 403,
  last_way: 409,
  way_of_team: 409,
  address_unconfirmed: 409,
  forbidden: 403,
  feature_off: 403,
  setup_token_wrong: 403,
  private_address: 403,
  not_found: 404,
  conflict: 409,
  already_set_up: 409,
  last_administrator: 409,
  run_in_progress: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  shutting_down: 503,
  no_model: 409,
  unknown_model: 404,
  model_blocked: 403,
  model_residency: 403,
  model_exists: 409,
  team_ending: 409,
  under_hold: 409,
  only_owner: 409,
  sole_owner: 409,
  terms_not_accepted: 403,
  temporary_off: 403,
  sharing_closed: 403,
  temporary_held: 409,
  model_not_permitted: 403,
  mode_not_permitted: 403,
  vendor_key_rejected: 502,
  vendor_model_missing: 502,
  vendor_rate_limited: 502,
  vendor_quota_exhausted: 502,
  vendor_timeout: 504,
  vendor_unavailable: 502,
  vendor_unreachable: 502,
  vendor_cut: 502,
  vendor_malformed: 502,
  vendor_refused: 502,
  vendor_content_filter: 502,
  context_too_long: 413,
  api_key_invalid: 401,
  api_key_address: 403,
  api_key_scope: 403,
  unsupported_field: 400,
  no_embeddings: 400,
  too_slow: 408,
  idempotency_reused: 422,
  idempotency_running: 409,
  idempotency_lost: 409,
  last_owner: 409,
  personal_space: 409,
  team_closed: 403,
  invitation_invalid: 404,
  invitation_elsewhere: 403,
  registration_closed: 403,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
/** A code that was kept as text; one that no version knows any more is `internal`. */
export function toErrorCode(text: string): ErrorCode {
  return Object.hasOwn(ERROR_STATUS, text) ? (text as ErrorCode) : "internal";
}

/** Values for the ICU placeholders of `errors.<code>`. Never a secret, a prompt or a vendor's raw reply. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Set where the status was known: may the same call succeed elsewhere or later? */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { cause?: unknown; retryable?: boolean; retryAfterMs?: number | null } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.params = params;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** The form in which an error crosses the wire and is kept in a message row. */
export interface ErrorData {
  code: ErrorCode;
  params: ErrorParams;
  /** `provider/model` of another model that could have answered, where the one that was named did not. */
  alternative?: string;
}

export function toErrorData(error: unknown): ErrorData {
  return error instanceof AppError
    ? { code: error.code, params: error.params }
    : { code: "internal", params: {} };
}
