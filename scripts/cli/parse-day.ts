import { InvalidArgumentError } from "commander";
import { z } from "zod";

/** A day of the calendar, UTC. */
export function parseDay(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (day.success) return day.data;
  throw new InvalidArgumentError("It must be a date such as 2026-01-31.");
}
