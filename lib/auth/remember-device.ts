import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { DEVICE_COOKIE, DEVICE_SECONDS, makeDevice, readDevice } from "./known-device";

/** Makes this browser one that is known to the account, after a sign-in. */
export async function rememberDevice(email: string): Promise<void> {
  const jar = await cookies();
  if (readDevice(jar.get(DEVICE_COOKIE)?.value, email) !== null) return;
  jar.set(DEVICE_COOKIE, makeDevice(email), {
    httpOnly: true,
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/",
    maxAge: DEVICE_SECONDS,
  });
}
