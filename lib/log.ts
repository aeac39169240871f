import pino, { type Logger } from "pino";
import { env } from "./env";

/** Never written, wherever they stand: secrets, and what people and models say. */
const REDACTED = ["authorization", "cookie", "apiKey", "password", "token", "prompt", "text", "reasoning", "body"];

let cached: Logger | null = null;

/** The process's log: one JSON object a line on standard error. Errors are reduced to name, message and stack,
 *  because an SDK's error carries the prompt it was made for. */
export function log(): Logger {
  cached ??= pino(
    {
      level: env().WYE_LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
      serializers: { err: plainError },
    },
    pino.destination({ fd: 2, sync: false }),
  );
  return cached;
}

function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: "unknown" };
  const { name, message, stack } = error;
  const cause = error.cause instanceof Error ? { name: error.cause.name, message: error.cause.message } : undefined;
  return { name, message, stack, cause };
}
