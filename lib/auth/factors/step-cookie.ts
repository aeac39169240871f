import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { STEP_SECONDS } from "./sign-in-step";

const COOKIE = "wye-step";

/** What this browser holds between its first factor and the second. */
export async function readStepCookie(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value;
}

export async function setStepCookie(token: string): Promise<void> {
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().AUTH_URL.startsWith("https:"),
    path: "/",
    maxAge: STEP_SECONDS,
  });
}

export async function clearStepCookie(): Promise<void> {
  (await cookies()).delete(COOKIE);
}
