import { env } from "@/lib/env";

const DAY_SECONDS = 24 * 60 * 60;

/** How long a session lasts that begins now: unused, and in all, however much it is used. */
export function sessionLifetime(): { idleSeconds: number; totalSeconds: number } {
  const { WYE_SESSION_IDLE_DAYS, WYE_SESSION_DAYS } = env();
  return { idleSeconds: WYE_SESSION_IDLE_DAYS * DAY_SECONDS, totalSeconds: WYE_SESSION_DAYS * DAY_SECONDS };
}
