import type { Db } from "@/db/client";
import { isEmailTokenUsable } from "@/db/queries/email-tokens";
import { hashToken } from "./hash-token";
import type { TokenPurpose } from "./token-purpose";

/** Whether a mailed link would work, without using it: programs that scan mail open every link.
 *  @param browser what this browser holds */
export function isLinkUsable(
  db: Db,
  purpose: TokenPurpose,
  token: string,
  browser: string | undefined,
): Promise<boolean> {
  const browserHash = browser === undefined ? null : hashToken(browser);
  return isEmailTokenUsable(db, { hash: hashToken(token), purpose, browserHash });
}
