import { createHmac, timingSafeEqual } from "node:crypto";

/** The token of the set-up link. Derived, so that it is the same on every start until it is used, and only who
 *  has the secret, and not who reads the database, can make it. */
export function setupToken(nonce: string, secret: string): string {
  return createHmac("sha256", secret).update(`setup\n${nonce}`).digest("base64url");
}

export function isSetupToken(given: string, nonce: string, secret: string): boolean {
  const wanted = Buffer.from(setupToken(nonce, secret));
  const bytes = Buffer.from(given);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}
