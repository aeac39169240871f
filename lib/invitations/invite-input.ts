import { z } from "zod";
import { MAX_EMAIL_LENGTH } from "@/lib/auth/account-rules";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/i18n/locale";
import { ROLES } from "@/lib/permissions/roles";

/** Ownership is given to a member by an owner, never by a link. */
const INVITED_ROLES = ROLES.filter((role) => role !== "owner");
const MAX_INVITATION_DAYS = 90;
const MAX_INVITATION_USES = 10_000;

export const InviteInput = z.strictObject({
  role: z.enum(INVITED_ROLES).default("member"),
  groupId: z.uuid().nullable().default(null),
  /** Whom it is for, and nobody else; null: whoever has the link. */
  email: z.string().trim().max(MAX_EMAIL_LENGTH).pipe(z.email()).nullable().default(null),
  days: z.int().min(1).max(MAX_INVITATION_DAYS).default(7),
  /** Of the mail, where one is sent. */
  locale: z.enum(LOCALES).default(DEFAULT_LOCALE),
  maxUses: z.int().min(1).max(MAX_INVITATION_USES).default(1),
});
export type InviteInput = z.input<typeof InviteInput>;
