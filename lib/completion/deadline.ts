import { AppError } from "@/lib/errors";

export interface Deadlines {
  firstTokenMs: number;
  betweenTokensMs: number;
}

/** Aborts a call whose vendor stays silent for too long. One coarse timer: nothing is re-armed per token. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #limitMs: number;
  #since = performance.now();
  readonly #betweenTokensMs: number;

  constructor({ firstTokenMs, betweenTokensMs }: Deadlines, vendor: string, parent: AbortSignal) {
    this.signal = AbortSignal.any([parent, this.#controller.signal]);
    this.#limitMs = firstTokenMs;
    this.#betweenTokensMs = betweenTokensMs;
    const tick = Math.max(50, Math.min(1000, firstTokenMs / 4, betweenTokensMs / 4));
    this.#timer = setInterval(() => {
      if (performance.now() - this.#since < this.#limitMs) return;
      this.#controller.abort(new AppError("vendor_timeout", { vendor }, { retryable: true }));
    }, tick);
    this.#timer.unref();
  }

  /** The vendor gave a sign of life. Only words end the wait for the first word: every vendor answers with its
   *  headers at once, and a model that reasons in secret is silent for minutes after them. */
  progress(saidSomething: boolean): void {
    this.#since = performance.now();
    if (saidSomething) this.#limitMs = this.#betweenTokensMs;
  }

  /** Whether the silence, and not the caller, ended the call. */
  get passed(): AppError | null {
    const reason: unknown = this.#controller.signal.reason;
    return reason instanceof AppError ? reason : null;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
