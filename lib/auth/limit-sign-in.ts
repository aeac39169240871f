import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import {
  countSignInFailure,
  forgetSignInFailures,
  uncountSignInFailure,
} from "@/db/queries/sign-in-failures";
import { AppError } from "@/lib/errors";
import { mailMode } from "@/lib/mail/mail-mode";
import { readDevice } from "./known-device";

const WINDOW_SECONDS = 10 * 60;
/** Guesses at one account from one address. Counted for the pair, so that nobody can lock another out from afar. */
export const MAX_FAILURES_OF_PAIR = 10;
/** Guesses at any account from one address, which may be a whole office's. */
export const MAX_FAILURES_OF_ADDRESS = 100;
/** Guesses at one account from everywhere. Whoever is known there passes by it, and others can sign in by mail. */
export const MAX_FAILURES_OF_ACCOUNT = 100;

export interface SignInSource {
  email: string;
  /** The client's, see `CLIENT_ADDRESS_HEADER`. */
  address: string;
  /** The cookie of a browser that may have been here before, see known-device. */
  device?: string | undefined;
}

/** Counts an attempt as failed before it is judged, so that many at once gain nothing. A browser in which somebody has
 *  signed in to this account before has a count of its own, which no stranger can use up.
 *  @returns what to call when it succeeds
 *  @throws AppError `rate_limited` */
export async function limitSignIn(
  db: Db,
  { email, address, device }: SignInSource,
): Promise<() => Promise<void>> {
  const account = email.trim().toLowerCase();
  const known = readDevice(device, account);
  const pair = known === null ? sourceOf("pair", address, account) : sourceOf("device", known);
  const wide: [string, number][] = [];
  if (known === null) {
    wide.push([sourceOf("address", address), MAX_FAILURES_OF_ADDRESS]);
    // Without mail it would leave a new browser no way in.
    if (mailMode() !== "off") wide.push([sourceOf("account", account), MAX_FAILURES_OF_ACCOUNT]);
  }
  await count(db, pair, MAX_FAILURES_OF_PAIR);
  for (const [source, limit] of wide) await count(db, source, limit);
  return async () => {
    await forgetSignInFailures(db, pair);
    for (const [source] of wide) await uncountSignInFailure(db, source);
  };
}

async function count(db: Db, source: string, limit: number): Promise<void> {
  if ((await countSignInFailure(db, source, WINDOW_SECONDS)) > limit) throw new AppError("rate_limited");
}

function sourceOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}
