import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { MailTemplate } from "@/lib/mail/mail-content";
import { createdAt, instant } from "./columns";

/** Reference table: mail on its way, and for a while what became of it. Written in the transaction of what it tells
 *  of, so that neither is without the other. */
export const mail = pgTable(
  "mail",
  {
    id: uuid("id").primaryKey(),
    template: text("template").$type<MailTemplate>().notNull(),
    /** To whom, in which language, and what: see lib/mail/mail-content. Null once it is sent or given up: it may hold
     *  a link that signs in. */
    sealed: text("sealed"),
    /** One of many, for which nobody waits at this moment: goes out after all others. */
    isBulk: boolean("is_bulk").notNull().default(false),
    attempts: integer("attempts").notNull().default(0),
    /** When it is tried next; while it is tried, when another may take it for left behind. */
    nextAt: instant("next_at").notNull().defaultNow(),
    /** From then on it would only confuse: a link that no longer works. */
    usefulUntil: instant("useful_until").notNull(),
    sentAt: instant("sent_at"),
    givenUpAt: instant("given_up_at"),
    /** Why the last attempt failed: a status of SMTP such as `451`, or a code such as `ECONNREFUSED`. No words: they
     *  may quote the address. */
    lastFailure: text("last_failure"),
    createdAt: createdAt(),
  },
  (table) => [
    index("mail_due_idx")
      .on(table.isBulk, table.nextAt)
      .where(sql`${table.sentAt} is null and ${table.givenUpAt} is null`),
    index("mail_created_idx").on(table.createdAt),
  ],
);
