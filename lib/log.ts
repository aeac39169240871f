import pino, { type DestinationStream, type Logger } from "pino";
import { env } from "./env";
import { redact } from "./redact";

let cached: Logger | null = null;

/** One line for a person: time, level, message, and the rest as it is. */
function forPerson(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line);
  const more = Object.keys(rest).length === 0 ? "" : ` ${JSON.stringify(rest)}`;
  return `${time.slice(11, 19)} ${level.toUpperCase()} ${msg ?? ""}${more}\n`;
}

function destination(): DestinationStream {
  if (process.stderr.isTTY) return { write: (line) => void process.stderr.write(forPerson(line)) };
  return pino.destination({ fd: 2, sync: false });
}

/** The process's log on standard error: one JSON object a line, or one readable line on a terminal. Errors are
 *  reduced, because an SDK's error carries the prompt it was made for. */
export function log(): Logger {
  cached ??= pino(
    {
      level: env().WYE_LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (entry) => redact(entry) as Record<string, unknown>,
      },
    },
    destination(),
  );
  return cached;
}
