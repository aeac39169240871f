import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { authSecret } from "./auth-secret";

export const DEVICE_COOKIE = "wye-device";
export const DEVICE_SECONDS = 365 * 24 * 60 * 60;

/** The value of a cookie that says: in this browser somebody has signed in to this account before. It opens nothing; it
 *  only exempts from limits that strangers can use up. */
export function makeDevice(email: string): string {
  const id = randomBytes(16).toString("base64url");
  return `${id}.${mac(id, email)}`;
}

/** The id of a browser that is known to this account, or null. */
export function readDevice(cookie: string | undefined, email: string): string | null {
  const [id, given, ...more] = cookie?.split(".") ?? [];
  if (id === undefined || given === undefined || more.length > 0) return null;
  const [a, b] = [Buffer.from(given), Buffer.from(mac(id, email))];
  return a.length === b.length && timingSafeEqual(a, b) ? id : null;
}

const mac = (id: string, email: string): string =>
  createHmac("sha256", authSecret())
    .update(`device\n${id}\n${email.trim().toLowerCase()}`)
    .digest("base64url");
