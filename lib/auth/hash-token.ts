import { createHash } from "node:crypto";

/** What is kept of a token: it tells whether a token is the right one, and not what it is. Tokens are random, so they
 *  need no salt and no slow hash. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");
