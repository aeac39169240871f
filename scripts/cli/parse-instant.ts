import { InvalidArgumentError } from "commander";

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** A day, which begins at midnight UTC, or an instant; one without a zone is taken as UTC too, so that a script
 *  gives the same answer on every machine. */
export function parseInstant(text: string): Date {
  const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const instant = new Date(zoned);
  const isReal = ISO.test(text) && !Number.isNaN(instant.getTime()) && dayExists(text);
  if (isReal) return instant;
  throw new InvalidArgumentError(
    "It must be a date such as 2026-01-31, or a time such as 2026-01-31T09:00Z.",
  );
}

/** Date moves 31 February on into March. */
function dayExists(text: string): boolean {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
