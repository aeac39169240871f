import { randomBytes } from "node:crypto";

/** Gives this process secrets of its own, as scripts/start does for a server. Call before anything asks env(). */
export function setTestSecrets(): void {
  process.env.AUTH_SECRET ??= randomBytes(32).toString("base64");
  process.env.WYE_ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
}

/** Has each question make one call, for tests of what one call is: nobody else is asked when it fails. Call before
 *  anything asks env(). */
export function askOnlyOne(): void {
  process.env.WYE_FAILOVER_LIMIT_SECONDS = "0";
}
