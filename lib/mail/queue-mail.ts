import type { Db } from "@/db/client";
import { insertMail } from "@/db/queries/mails";
import { newId } from "@/lib/ids";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal } from "@/lib/providers/seal";
import type { MailContent, MailTemplate } from "./mail-content";
import { mailMode } from "./mail-mode";

/** Puts mail on its way, in the caller's transaction. Says nothing of whether anybody has the address: that is looked
 *  up when it is sent. Does nothing where no mail is sent.
 *  @param usefulSeconds after which it is not worth sending any more */
export async function queueMail(
  db: Db,
  template: MailTemplate,
  content: MailContent,
  usefulSeconds: number,
): Promise<void> {
  if (mailMode() === "off") return;
  const id = newId();
  await insertMail(db, {
    id,
    template,
    sealed: seal(JSON.stringify(content), encryptionKey(), `mail:${id}`),
    usefulUntil: new Date(Date.now() + usefulSeconds * 1000),
  });
}
