import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import {
  countSignInFailure,
  forgetSignInFailures,
  uncountSignInFailure,
} from "@/db/queries/sign-in-failures";
import { AppError } from "@/lib/errors";

const WINDOW_SECONDS = 10 * 60;
/** Guesses at one account from one address. Counted for the pair, so that nobody can lock another out from afar. */
export const MAX_FAILURES_OF_PAIR = 10;
/** Guesses at any account from one address, which may be a whole office's. */
export const MAX_FAILURES_OF_ADDRESS = 100;

/** Counts an attempt as failed before it is judged, so that many at once gain nothing.
 *  @returns what to call when it succeeds
 *  @throws AppError `rate_limited` */
export async function limitSignIn(
  db: Db,
  { email, address }: { email: string; address: string },
): Promise<() => Promise<void>> {
  const pair = sourceOf(address, email.trim().toLowerCase());
  const whole = sourceOf(address);
  await count(db, pair, MAX_FAILURES_OF_PAIR);
  await count(db, whole, MAX_FAILURES_OF_ADDRESS);
  return async () => {
    await Promise.all([forgetSignInFailures(db, pair), uncountSignInFailure(db, whole)]);
  };
}

async function count(db: Db, source: string, limit: number): Promise<void> {
  if ((await countSignInFailure(db, source, WINDOW_SECONDS)) > limit) throw new AppError("rate_limited");
}

function sourceOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}
