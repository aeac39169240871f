import { z } from "zod";
import type { Db } from "@/db/client";
import { deleteEmailTokensOf } from "@/db/queries/email-tokens";
import { markEmailVerified, updatePasswordHash } from "@/db/queries/people";
import { revokeSessionsOf } from "@/db/queries/sessions";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import { AppError } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locale";
import { queueMail } from "@/lib/mail/queue-mail";
import { parse } from "@/lib/parse";
import { instanceContext } from "@/lib/setup/instance-context";
import { transact } from "@/lib/transact";
import { MAX_PASSWORD_LENGTH } from "./account-rules";
import { endWhatWasBefore } from "./end-what-was-before";
import { hashPassword } from "./hash-password";
import { isLinkUsable } from "./is-link-usable";
import { MIN_CHOSEN_PASSWORD_LENGTH } from "./new-person";
import { requireGoodPassword } from "./require-good-password";
import { takeLink } from "./take-link";

const NOTICE_SECONDS = 24 * 60 * 60;

export const ResetPassword = z.object({
  token: z.string().max(200),
  password: z.string().min(MIN_CHOSEN_PASSWORD_LENGTH).max(MAX_PASSWORD_LENGTH),
  locale: z.enum(LOCALES),
});
export type ResetPassword = z.input<typeof ResetPassword>;

/** Sets a new password for whom the link was mailed to. Every session of theirs ends, every other link dies, and they
 *  are told by mail. Where it is the first proof of the address, all ways in that were there before end. A password that is refused leaves the link as it is.
 *  @throws AppError `link_dead`, `weak_password`, `invalid_input` */
export async function resetPassword(db: Db, input: ResetPassword): Promise<void> {
  const { token, password, locale } = parse(ResetPassword, input);
  if (!(await isLinkUsable(db, "reset", token, undefined))) throw new AppError("link_dead");
  const passwordHash = await hashPassword(password);
  await transact(instanceContext(db), async (inner) => {
    const person = await takeLink(inner.db, "reset", token, undefined);
    requireGoodPassword(password, [person.email, person.name]);
    if (person.emailVerifiedAt === null) await endWhatWasBefore(inner, person.id);
    await updatePasswordHash(inner.db, person.id, passwordHash);
    await markEmailVerified(inner.db, person.id);
    await revokeSessionsOf(inner.db, person.id, "all");
    await deleteEmailTokensOf(inner.db, person.id);
    await deleteSignInStepsOf(inner.db, person.id);
    const notice = { to: person.email, locale, browserHash: null, callbackUrl: null };
    await queueMail(inner.db, "passwordChanged", notice, NOTICE_SECONDS);
    await recordAudit(inner, {
      teamId: INSTANCE_TEAM_ID,
      action: "person.reset-password",
      target: person.id,
    });
  });
}
