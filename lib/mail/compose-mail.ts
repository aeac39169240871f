import type { Db } from "@/db/client";
import { findPersonByEmail, type PersonRow } from "@/db/queries/people";
import { isVouchedFor } from "@/db/queries/sign-in-methods";
import { issueToken } from "@/lib/auth/issue-token";
import { isPlaceholder } from "@/lib/auth/placeholder-address";
import { env } from "@/lib/env";
import type { AccountMail, AccountTemplate } from "./mail-content";
import { renderMail } from "./render-mail";
import type { RenderedMail } from "./rendered-mail";

/** Where a template's button leads; null: it has none. */
const PAGES = {
  reset: "/reset-password",
  link: "/signin/link",
  verify: "/verify-email",
  passwordChanged: null,
  factorReset: null,
} as const satisfies Record<AccountTemplate, string | null>;

/** The message about an account, with a fresh link; null when nobody has the address, or whoever has it is suspended. */
export async function composeMail(
  db: Db,
  template: AccountTemplate,
  { to, locale, browserHash, callbackUrl }: AccountMail,
): Promise<RenderedMail | null> {
  const person = await findPersonByEmail(db, to);
  if (person === null || person.suspendedAt !== null || isPlaceholder(person.email)) return null;
  const isTold = template === "verify" || template === "factorReset";
  if (!isTold && (await isElsewhere(db, person))) return null;
  const { email, name } = person;
  if (template === "passwordChanged" || template === "factorReset") {
    return renderMail(template, { to: email, locale, name, link: null });
  }
  const token = await issueToken(db, { purpose: template, person, browserHash });
  const link = new URL(PAGES[template], env().AUTH_URL);
  link.searchParams.set("token", token);
  if (callbackUrl !== null) link.searchParams.set("callbackUrl", callbackUrl);
  return renderMail(template, { to: email, locale, name, link: link.href });
}

/** Who is here by a provider's word and has no password gets none by mail: having left there they would be back. */
const isElsewhere = async (db: Db, { id, passwordHash }: PersonRow): Promise<boolean> =>
  passwordHash === null && (await isVouchedFor(db, id));
