import { AppError } from "@/lib/errors";

/** Pictures come within the request. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/** What nests deeper is no request, and would cost those who read it their stack. */
const MAX_DEPTH = 200;

/** How long a body may take. */
export interface BodyLimits {
  /** Between two pieces of it. */
  silentMs: number;
  wholeMs: number;
}
const LIMITS: BodyLimits = { silentMs: 15_000, wholeMs: 240_000 };

/** The bytes of a program's body.
 *  @throws AppError `too_large`, `too_slow` */
export async function readApiBody(request: Request, limits = LIMITS): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw new AppError("too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  const clock = new BodyClock(limits);
  try {
    for (;;) {
      const part = reader ? await Promise.race([reader.read(), clock.ended]) : null;
      if (!part || part.done) return Buffer.concat(chunks);
      clock.heard();
      size += part.value.byteLength;
      if (size > MAX_BODY_BYTES) throw new AppError("too_large");
      chunks.push(part.value);
    }
  } catch (error) {
    void reader?.cancel().catch(() => undefined);
    throw error;
  } finally {
    clock.stop();
  }
}

/** A coarse clock for a body that is sent too slowly, or not at all. */
class BodyClock {
  readonly ended: Promise<never>;
  readonly #timer: NodeJS.Timeout;
  #heardAt = performance.now();

  constructor({ silentMs, wholeMs }: BodyLimits) {
    const began = this.#heardAt;
    const { promise, reject } = Promise.withResolvers<never>();
    this.ended = promise;
    promise.catch(() => undefined);
    this.#timer = setInterval(
      () => {
        const now = performance.now();
        if (now - this.#heardAt >= silentMs || now - began >= wholeMs) reject(new AppError("too_slow"));
      },
      Math.min(1000, silentMs / 4),
    ).unref();
  }

  heard(): void {
    this.#heardAt = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** A program's JSON.
 *  @throws AppError `invalid_input` for what is not JSON in UTF-8, or nests too deep */
export function parseApiJson(bytes: Uint8Array): unknown {
  if (isTooDeep(bytes)) throw notJson("nested too deep");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson("not JSON", cause);
  }
}

const notJson = (problem: string, cause?: unknown) =>
  new AppError("invalid_input", { field: "", problem }, { cause });

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if (OPENS.has(byte)) {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (CLOSES.has(byte)) depth--;
  }
  return false;
}
