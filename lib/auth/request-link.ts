import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/client";
import { countSignInFailure } from "@/db/queries/sign-in-failures";
import { AppError } from "@/lib/errors";
import { LOCALES } from "@/lib/i18n/locale";
import { mailMode } from "@/lib/mail/mail-mode";
import { queueMail } from "@/lib/mail/queue-mail";
import { parse } from "@/lib/parse";
import { MAX_EMAIL_LENGTH } from "./account-rules";
import { readDevice } from "./known-device";
import { safePath } from "./safe-path";
import { TOKEN_SECONDS } from "./token-purpose";

const WINDOW_SECONDS = 60 * 60;
/** Asked for from one address, whomever it is for. */
const MAX_ASKED_FROM_ADDRESS = 50;
/** Sent to one address for one who asks: any of them works. */
export const MAX_SENT_FOR_PAIR = 5;
/** Sent to one address for all strangers together: a mailbox is not filled by many who ask in turns. */
export const MAX_SENT_TO_ACCOUNT = 30;

export const LinkRequest = z.object({
  purpose: z.enum(["reset", "link"]),
  email: z.string().trim().max(MAX_EMAIL_LENGTH).pipe(z.email()),
  locale: z.enum(LOCALES),
  /** SHA-256 of what this browser holds; only it may use the link. */
  browserHash: z.string().nullable(),
  callbackUrl: z.string().max(2048).nullable(),
});
export type LinkRequest = z.input<typeof LinkRequest>;

/** Has a link mailed, if anybody has the address: which this neither looks up nor tells. Beyond a few the answer is the
 *  same, and nothing more is sent.
 *  @throws AppError `not_found` where no mail is sent; `rate_limited` for one address that asks for too many */
export async function requestLink(
  db: Db,
  input: LinkRequest,
  source: { address: string; device?: string | undefined },
): Promise<void> {
  if (mailMode() === "off") throw new AppError("not_found");
  const { purpose, email, callbackUrl, ...rest } = parse(LinkRequest, input);
  const account = email.toLowerCase();
  const known = readDevice(source.device, account);
  const counted = (...parts: string[]) => countSignInFailure(db, sourceOf(...parts), WINDOW_SECONDS);
  if ((await counted("mail", source.address)) > MAX_ASKED_FROM_ADDRESS) throw new AppError("rate_limited");
  if ((await counted("mail", known ?? source.address, account)) > MAX_SENT_FOR_PAIR) return;
  if (known === null && (await counted("mail to", account)) > MAX_SENT_TO_ACCOUNT) return;
  const path = safePath(callbackUrl);
  const content = { ...rest, to: email, callbackUrl: purpose === "link" && path !== "/" ? path : null };
  await queueMail(db, purpose, content, TOKEN_SECONDS[purpose]);
}

const sourceOf = (...parts: string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url");
