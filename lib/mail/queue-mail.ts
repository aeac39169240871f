import type { Db } from "@/db/client";
import { insertMails } from "@/db/queries/mails";
import { newId } from "@/lib/ids";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal } from "@/lib/providers/seal";
import type { MailContent, MailTemplate } from "./mail-content";
import { mailMode } from "./mail-mode";

/** Puts mail on its way, in the caller's transaction. Says nothing of whether anybody has the address: that is looked
 *  up when it is sent. Does nothing where no mail is sent.
 *  @param usefulSeconds after which it is not worth sending any more */
export async function queueMail<Template extends MailTemplate>(
  db: Db,
  template: Template,
  content: MailContent<Template>,
  usefulSeconds: number,
): Promise<void> {
  await queueMails(db, template, [content], usefulSeconds);
}

/** `queueMail` for each. Those of many go out after all that somebody waits for.
 *  @returns their ids, in the same order; null where no mail is sent */
export async function queueMails<Template extends MailTemplate>(
  db: Db,
  template: Template,
  contents: readonly MailContent<Template>[],
  usefulSeconds: number,
): Promise<string[] | null> {
  if (mailMode() === "off") return null;
  const usefulUntil = new Date(Date.now() + usefulSeconds * 1000);
  const rows = contents.map((content) => {
    const id = newId();
    const sealed = seal(JSON.stringify(content), encryptionKey(), `mail:${id}`);
    return { ...{ id, template, sealed, usefulUntil }, isBulk: contents.length > 1 };
  });
  await insertMails(db, rows);
  return rows.map(({ id }) => id);
}
