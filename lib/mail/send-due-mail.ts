import type { Transporter } from "nodemailer";
import type { Db } from "@/db/client";
import {
  claimDueMail,
  deleteMail,
  giveUpMail,
  type MailRow,
  markMailSent,
  postponeMail,
} from "@/db/queries/mails";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { seal, unseal } from "@/lib/providers/seal";
import { composeInvitation } from "./compose-invitation";
import { composeMail } from "./compose-mail";
import { judgeFailure } from "./judge-failure";
import { AccountMail, InvitationMail } from "./mail-content";
import { mailMode } from "./mail-mode";
import { openTransport } from "./open-transport";
import type { RenderedMail } from "./rendered-mail";
import { retrySeconds } from "./retry-seconds";

/** Sends what is due, one after the other, until nothing is. Each mail is one replica's at a time; one whose process
 *  died while the server took it goes out again under the same Message-ID, by which mail systems know it. */
export async function sendDueMail(db: Db): Promise<void> {
  const mode = mailMode();
  if (mode === "off") return;
  const { SMTP_URL } = env();
  const transport = SMTP_URL === undefined ? null : openTransport(SMTP_URL);
  try {
    for (let row = await claimDueMail(db); row !== null; row = await claimDueMail(db)) {
      await send(db, transport, row);
    }
  } finally {
    transport?.close();
  }
}

async function send(db: Db, transport: Transporter | null, row: MailRow): Promise<void> {
  if (row.sealed === null || row.usefulUntil <= new Date()) return giveUp(db, row, "late");
  const message = await compose(db, row, JSON.parse(unseal(row.sealed, encryptionKey(), `mail:${row.id}`)));
  if (message === null) return deleteMail(db, row.id);
  if (message === "limited") return giveUp(db, row, "limited");
  if (transport === null) return markMailSent(db, row.id, keep(row, message));
  try {
    const host = new URL(env().AUTH_URL).hostname;
    await transport.sendMail({
      ...message,
      from: env().MAIL_FROM,
      messageId: `<${row.id}@${host}>`,
      // Nothing answers it by itself: no note that somebody is on holiday.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } catch (error) {
    return noteFailure(db, row, error);
  }
  await markMailSent(db, row.id, null);
}

const compose = (db: Db, { template, attempts }: MailRow, content: unknown) =>
  template === "invite"
    ? composeInvitation(db, InvitationMail.parse(content), attempts === 1)
    : composeMail(db, template, AccountMail.parse(content));

const keep = (row: MailRow, message: RenderedMail) =>
  seal(JSON.stringify(message), encryptionKey(), `outbox:${row.id}`);

async function noteFailure(db: Db, row: MailRow, error: unknown): Promise<void> {
  const { code, isFinal } = judgeFailure(error);
  const seconds = isFinal ? null : retrySeconds(row.attempts);
  if (seconds === null) return giveUp(db, row, code);
  await postponeMail(db, row.id, code, seconds);
  log().warn(
    { mail: row.id, template: row.template, failure: code, seconds },
    "mail waits for another attempt",
  );
}

async function giveUp(db: Db, row: MailRow, failure: string): Promise<void> {
  await giveUpMail(db, row.id, row.lastFailure ?? failure);
  log().error(
    { mail: row.id, template: row.template, failure: row.lastFailure ?? failure },
    "mail was given up",
  );
}
