import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locale";

/** What is sealed into a row of mail about somebody's own account. */
export const AccountMail = z.object({
  to: z.string(),
  locale: z.enum(LOCALES),
  /** SHA-256 of what the asking browser holds, for a link that works in that browser alone. */
  browserHash: z.string().nullable(),
  /** Where the link leads afterwards: a path. */
  callbackUrl: z.string().nullable(),
});
export type AccountMail = z.infer<typeof AccountMail>;

/** What is sealed into one that invites. All else is looked up when it is sent. */
export const InvitationMail = z.object({
  to: z.string(),
  locale: z.enum(LOCALES),
  /** What its link ends with. Kept nowhere else, and here until the mail is sent. */
  token: z.string(),
});
export type InvitationMail = z.infer<typeof InvitationMail>;

export type AccountTemplate =
  | "reset"
  | "link"
  | "verify"
  | "passwordChanged"
  | "factorReset"
  | "wayAdded"
  | "wayRemoved";
export type MailTemplate = AccountTemplate | "invite";
export type MailContent<Template extends MailTemplate> = Template extends "invite"
  ? InvitationMail
  : AccountMail;
