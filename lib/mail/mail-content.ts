import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";

export const MAIL_TEMPLATES = ["reset", "link", "verify", "passwordChanged", "factorReset"] as const;
export type MailTemplate = (typeof MAIL_TEMPLATES)[number];

/** What is sealed into a row of mail. */
export const MailContent = z.object({
  to: z.string(),
  locale: z.enum(LOCALES),
  /** SHA-256 of what the asking browser holds, for a link that works in that browser alone. */
  browserHash: z.string().nullable(),
  /** Where the link leads afterwards: a path. */
  callbackUrl: z.string().nullable(),
});
export type MailContent = z.infer<typeof MailContent>;
