import { createHash, randomBytes } from "node:crypto";
import { parse as parseUuid, stringify } from "uuid";

const KEY_PREFIX = "wye_";
const TEAM_BYTES = 16;
const SECRET_BYTES = 32;
const FORM = /^wye_([A-Za-z0-9_-]{64})$/;

/** A new key of a team: the team's id and 256 random bits, so that it is looked up within its team alone. */
export function makeKeyToken(teamId: string): string {
  const bytes = Buffer.concat([parseUuid(teamId), randomBytes(SECRET_BYTES)]);
  return KEY_PREFIX + bytes.toString("base64url");
}

/** Which team's key it is, if any's; null for what no key looks like. */
export function teamOfKeyToken(token: string): string | null {
  const encoded = FORM.exec(token)?.[1];
  if (encoded === undefined) return null;
  try {
    return stringify(Buffer.from(encoded, "base64url").subarray(0, TEAM_BYTES));
  } catch {
    // Sixteen bytes that are no UUID are no team's.
    return null;
  }
}

/** A key has 256 random bits: a plain hash of it tells nothing, and is quick. */
export const hashKeyToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const endOfKeyToken = (token: string): string => token.slice(-4);
