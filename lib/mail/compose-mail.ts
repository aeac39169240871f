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
  wayAdded: null,
  wayRemoved: null,
} as const satisfies Record<AccountTemplate, string | null>;

type Leading = { [T in AccountTemplate]: (typeof PAGES)[T] extends string ? T : never }[AccountTemplate];
const leads = (template: AccountTemplate): template is Leading => PAGES[template] !== null;

/** What is nothing to somebody who signs in at a provider. */
const OF_PASSWORDS: readonly AccountTemplate[] = ["reset", "link", "passwordChanged"];

/** The message about an account, with a fresh link; null when nobody has the address, or whoever has it is suspended. */
export async function composeMail(
  db: Db,
  template: AccountTemplate,
  { to, locale, browserHash, callbackUrl }: AccountMail,
): Promise<RenderedMail | null> {
  const person = await findPersonByEmail(db, to);
  if (person === null || person.suspendedAt !== null || isPlaceholder(person.email)) return null;
  if (OF_PASSWORDS.includes(template) && (await isElsewhere(db, person))) return null;
  const { email, name } = person;
  if (!leads(template)) return renderMail(template, { to: email, locale, name, link: null });
  const token = await issueToken(db, { purpose: template, person, browserHash });
  const link = new URL(PAGES[template], env().AUTH_URL);
  link.searchParams.set("token", token);
  if (callbackUrl !== null) link.searchParams.set("callbackUrl", callbackUrl);
  return renderMail(template, { to: email, locale, name, link: link.href });
}

/** Who is here by a provider's word and has no password gets none by mail: having left there they would be back. */
const isElsewhere = async (db: Db, { id, passwordHash }: PersonRow): Promise<boolean> =>
  passwordHash === null && (await isVouchedFor(db, id));
