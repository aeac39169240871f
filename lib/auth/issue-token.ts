import { randomBytes } from "node:crypto";
import type { Db } from "@/db/client";
import { insertEmailToken } from "@/db/queries/email-tokens";
import { hashToken } from "./hash-token";
import { TOKEN_SECONDS, type TokenPurpose } from "./token-purpose";

interface IssueToken {
  purpose: TokenPurpose;
  person: { id: string; email: string };
  /** SHA-256 of what the browser holds that alone may use it; null: any browser. */
  browserHash: string | null;
}

/** Makes a link's secret. It is written down nowhere; what is kept is its hash, and the hash of the address that it is
 *  sent to, so that it is worth nothing when the person's address changes. */
export async function issueToken(db: Db, { purpose, person, browserHash }: IssueToken): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertEmailToken(db, {
    hash: hashToken(token),
    purpose,
    personId: person.id,
    emailHash: hashToken(person.email.toLowerCase()),
    browserHash,
    expiresAt: new Date(Date.now() + TOKEN_SECONDS[purpose] * 1000),
  });
  return token;
}
