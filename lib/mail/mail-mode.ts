import { env } from "@/lib/env";

/** Where mail goes: to a mail server, on a developer's machine to a page, or nowhere. */
export type MailMode = "smtp" | "outbox" | "off";

export function mailMode(): MailMode {
  const { SMTP_URL, NODE_ENV } = env();
  if (SMTP_URL !== undefined) return "smtp";
  return NODE_ENV === "development" ? "outbox" : "off";
}
