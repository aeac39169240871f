import { findPerson } from "@/db/queries/people";
import { deleteSecondFactor } from "@/db/queries/second-factors";
import { deleteSignInStepsOf } from "@/db/queries/sign-in-steps";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { recordAudit } from "@/lib/audit/record";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { queueMail } from "@/lib/mail/queue-mail";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";

const NOTICE_SECONDS = 24 * 60 * 60;

/** Takes the second factor of somebody away who has lost it: until they set up another, their password lets them in.
 *  They are told by mail.
 *  @throws AppError `forbidden`, `not_found`; `conflict` for who has none */
export async function resetSecondFactor(
  context: Context,
  { personId, locale }: { personId: string; locale: Locale },
): Promise<void> {
  requireInstancePermission(context.actor, "instance:person");
  await transact(context, async (inner) => {
    const person = await findPerson(inner.db, personId);
    if (!person) throw new AppError("not_found");
    if (!(await deleteSecondFactor(inner.db, personId))) throw new AppError("conflict");
    await deleteSignInStepsOf(inner.db, personId);
    const notice = { to: person.email, locale, browserHash: null, callbackUrl: null };
    await queueMail(inner.db, "factorReset", notice, NOTICE_SECONDS);
    await recordAudit(inner, { teamId: INSTANCE_TEAM_ID, action: "person.factor-reset", target: personId });
  });
}
