import { createHash } from "node:crypto";
import type { Db } from "@/db/client";
import {
  countSignInFailure,
  forgetSignInFailures,
  uncountSignInFailure,
} from "@/db/queries/sign-in-failures";
import { AppError } from "@/lib/errors";
import { readDevice } from "../known-device";

const WINDOW_SECONDS = 60 * 60;
/** Wrong codes of one kind for one account from one place. */
export const MAX_CODES_OF_PLACE = 10;
/** And from all places that are strange to the account. A known browser has a count of its own, and so have recovery
 *  codes: whoever has the password and guesses from everywhere takes neither way from its owner. */
export const MAX_CODES_OF_ACCOUNT = 30;
/** And from all browsers that are known to it: each sign-in makes another, and so another count of a place. */
export const MAX_CODES_OF_KNOWN = 60;

export interface CodeSource {
  personId: string;
  email: string;
  /** `enrol`: of an app that is still to be confirmed, which takes none from the others. */
  kind: "code" | "recovery" | "enrol";
  address: string;
  device?: string | undefined;
}

/** Counts a code as wrong before it is judged, over all replicas.
 *  @returns what to call when it is right
 *  @throws AppError `rate_limited` */
export async function limitCodes(db: Db, source: CodeSource): Promise<() => Promise<void>> {
  const { personId, email, kind, address, device } = source;
  const known = readDevice(device, email);
  const place = sourceOf("factor", kind, personId, known ?? `address ${address}`);
  const wide = sourceOf("factor", kind, personId, ...(known === null ? [] : ["known"]));
  await count(db, place, MAX_CODES_OF_PLACE);
  await count(db, wide, known === null ? MAX_CODES_OF_ACCOUNT : MAX_CODES_OF_KNOWN);
  return async () => {
    await forgetSignInFailures(db, place);
    await uncountSignInFailure(db, wide);
  };
}

async function count(db: Db, source: string, limit: number): Promise<void> {
  if ((await countSignInFailure(db, source, WINDOW_SECONDS)) > limit) throw new AppError("rate_limited");
}

const sourceOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url");
