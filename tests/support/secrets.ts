import { randomBytes } from "node:crypto";

/** Gives this process secrets of its own, as scripts/start does for a server. Call before anything asks env(). */
export function setTestSecrets(): void {
  process.env.AUTH_SECRET ??= randomBytes(32).toString("base64");
  process.env.WYE_ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
}
