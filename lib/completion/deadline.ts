import { AppError } from "@/lib/errors";

export interface Deadlines {
  /** From the beginning to the first word, whatever else comes. */
  firstTokenMs: number;
  /** Of silence before the first word. */
  silentMs: number;
  betweenTokensMs: number;
}

/** Aborts a call whose vendor stays silent for too long. One coarse timer: nothing is re-armed per token. */
export class Deadline {
  readonly signal: AbortSignal;
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #limits: Deadlines;
  readonly #began = performance.now();
  #heardAt = this.#began;
  #spoke = false;

  constructor(limits: Deadlines, vendor: string, parent: AbortSignal) {
    this.signal = AbortSignal.any([parent, this.#controller.signal]);
    this.#limits = limits;
    const tick = Math.max(50, Math.min(1000, ...Object.values<number>({ ...limits }).map((ms) => ms / 4)));
    this.#timer = setInterval(() => {
      if (!this.#isLate(performance.now())) return;
      this.#controller.abort(new AppError("vendor_timeout", { vendor }, { retryable: true }));
    }, tick);
    this.#timer.unref();
  }

  /** The vendor gave a sign of life. Only words end the wait for the first word: every vendor answers with its
   *  headers at once, and a model that reasons in secret is silent for minutes after them. */
  progress(saidSomething: boolean): void {
    this.#heardAt = performance.now();
    if (saidSomething) this.#spoke = true;
  }

  /** Whether the silence, and not the caller, ended the call. */
  get passed(): AppError | null {
    const reason: unknown = this.#controller.signal.reason;
    return reason instanceof AppError ? reason : null;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #isLate(now: number): boolean {
    const { firstTokenMs, silentMs, betweenTokensMs } = this.#limits;
    const silence = now - this.#heardAt;
    if (this.#spoke) return silence >= betweenTokensMs;
    return silence >= silentMs || now - this.#began >= firstTokenMs;
  }
}
