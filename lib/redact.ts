/** Never written, wherever they stand: secrets, and what people and models say. Compared without case, - and _. */
const SECRET_KEYS = new Set([
  "apikey",
  "authorization",
  "body",
  "content",
  "cookie",
  "encryptionkey",
  "messages",
  "password",
  "prompt",
  "reasoning",
  "requestbodyvalues",
  "responsebody",
  "secret",
  "setcookie",
  "text",
  "token",
  "xapikey",
]);

const MAX_DEPTH = 6;
const CENSORED = "[redacted]";

/** An SDK's error quotes the vendor's reply, and a failed query its parameters. */
function quotesData(error: Error): boolean {
  return error.name.startsWith("AI_") || error.message.startsWith("Failed query");
}

/** The frames alone: what comes before them is the message again. */
function framesOf(error: Error): string | undefined {
  const start = error.stack?.search(/^ {4}at /m) ?? -1;
  return start < 0 ? undefined : error.stack?.slice(start);
}

function plainError(error: Error, depth: number): Record<string, unknown> {
  return {
    name: error.name,
    message: quotesData(error) ? CENSORED : error.message,
    ...("code" in error && { code: error.code }),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth + 1) }),
  };
}

function isSecret(key: string): boolean {
  return SECRET_KEYS.has(key.toLowerCase().replace(/[-_]/g, ""));
}

/** A copy of the value that is fit for a log. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MAX_DEPTH) return "[deeper]";
  if (value instanceof Error) return plainError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, isSecret(key) ? CENSORED : redact(item, depth + 1)]),
  );
}
