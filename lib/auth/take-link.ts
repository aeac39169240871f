import type { Db } from "@/db/client";
import { takeEmailToken } from "@/db/queries/email-tokens";
import { findPerson, type PersonRow } from "@/db/queries/people";
import { AppError } from "@/lib/errors";
import { hashToken } from "./hash-token";
import type { TokenPurpose } from "./token-purpose";

/** Uses a mailed link up. @returns whose it is
 *  @throws AppError `link_dead`, alike for one that is used, past, invented, of another browser or of another address */
export async function takeLink(
  db: Db,
  purpose: TokenPurpose,
  token: string,
  browser: string | undefined,
): Promise<PersonRow> {
  const browserHash = browser === undefined ? null : hashToken(browser);
  const row = await takeEmailToken(db, { hash: hashToken(token), purpose, browserHash });
  const person = row === null ? null : await findPerson(db, row.personId);
  if (row === null || person === null || person.suspendedAt !== null) throw new AppError("link_dead");
  if (hashToken(person.email.toLowerCase()) !== row.emailHash) throw new AppError("link_dead");
  return person;
}
