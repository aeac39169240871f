import { createHash } from "node:crypto";
import { findPerson } from "@/db/queries/people";
import { countSignInFailure } from "@/db/queries/sign-in-failures";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { mailMode } from "@/lib/mail/mail-mode";
import { queueMail } from "@/lib/mail/queue-mail";
import { TOKEN_SECONDS } from "./token-purpose";

const WINDOW_SECONDS = 60 * 60;
const MAX_SENT = 5;

/** Mails a person the link that shows that their address is theirs. Each for themselves, so no permission.
 *  @throws AppError `not_found` where no mail is sent; `rate_limited` after too many */
export async function requestVerification({ db, actor }: Context, locale: Locale): Promise<void> {
  if (actor.kind !== "person" || mailMode() === "off") throw new AppError("not_found");
  const person = await findPerson(db, actor.personId);
  if (person === null || person.emailVerifiedAt !== null) return;
  const source = createHash("sha256").update(`verify\n${person.id}`).digest("base64url");
  if ((await countSignInFailure(db, source, WINDOW_SECONDS)) > MAX_SENT) throw new AppError("rate_limited");
  const content = { to: person.email, locale, browserHash: null, callbackUrl: null };
  await queueMail(db, "verify", content, TOKEN_SECONDS.verify);
}
