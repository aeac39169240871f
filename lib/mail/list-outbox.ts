import type { Db } from "@/db/client";
import { listReadableMail } from "@/db/queries/mails";
import { AppError } from "@/lib/errors";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { unseal } from "@/lib/providers/seal";
import { mailMode } from "./mail-mode";
import { RenderedMail } from "./rendered-mail";

export interface OutboxMail extends RenderedMail {
  id: string;
  at: Date;
}

const MOST = 50;

/** What would have been sent, newest first, on a developer's machine; anybody may read it there.
 *  @throws AppError `not_found` anywhere else: mail holds links that sign in */
export async function listOutbox(db: Db): Promise<OutboxMail[]> {
  if (mailMode() !== "outbox") throw new AppError("not_found");
  const rows = await listReadableMail(db, MOST);
  return rows.flatMap(({ id, createdAt, sealed }) => {
    if (sealed === null) return [];
    const message = RenderedMail.parse(JSON.parse(unseal(sealed, encryptionKey(), `outbox:${id}`)));
    return [{ id, at: createdAt, ...message }];
  });
}
