import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { HoldScope } from "@/lib/policy/hold";
import type { NoticeAnswer, NoticeKind } from "@/lib/policy/notice";
import type { Choice } from "@/lib/router/choice";
import { createdAt, instant, teamId } from "./columns";
import { person } from "./person";
import { team } from "./team";

/** What a team has laid down besides its routing. No row: nothing. One row a team. */
export const teamPolicy = pgTable(
  "team_policy",
  {
    teamId: teamId().primaryKey(),
    /** What a new chat of a person without a choice of their own starts with. */
    defaultChoice: jsonb("default_choice").$type<Choice>(),
    /** Chats go so many days after their last activity; null: they are kept. */
    retentionDays: integer("retention_days"),
    /** Until then `retentionBefore` holds in its place. */
    retentionFrom: instant("retention_from").notNull().defaultNow(),
    retentionBefore: integer("retention_before"),
    /** Whether administrators may read what members write. */
    contentReading: boolean("content_reading").notNull().default(false),
    /** Whether members may begin chats that leave nothing but their cost. */
    temporaryChats: boolean("temporary_chats").notNull().default(true),
    /** Whether chats may be shared with whoever has a link. */
    outsideLinks: boolean("outside_links").notNull().default(false),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade")],
);

/** Each version of a team's banner and terms, and each time that reading was switched on: a few a year. At most one of a kind is shown; what was answered to the
 *  others stays provable. */
export const teamNotice = pgTable(
  "team_notice",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    /** At least one language; who reads the other is shown this one. Neither where the words are the app's own. */
    en: text("en"),
    zhCN: text("zh_cn"),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    uniqueIndex("team_notice_shown_key").on(table.teamId, table.kind).where(sql`${table.endedAt} is null`),
  ],
);

/** What each member answered to each version: one row a member and version. */
export const noticeAnswer = pgTable(
  "notice_answer",
  {
    teamId: teamId(),
    noticeId: uuid("notice_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    answer: text("answer").$type<NoticeAnswer>().notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.noticeId, table.personId] }),
    foreignKey({
      columns: [table.teamId, table.noticeId],
      foreignColumns: [teamNotice.teamId, teamNotice.id],
    }).onDelete("cascade"),
    index("notice_answer_person_idx").on(table.teamId, table.personId),
  ],
);

/** While a hold stands, nothing of what it covers is deleted for good. Lifted ones stay, as what was kept and until
 *  when: a handful a year. No foreign key to what is held: that may go from sight, and the hold stays. */
export const legalHold = pgTable(
  "legal_hold",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    scope: text("scope").$type<HoldScope>().notNull(),
    /** Of a person or a chat; null: the whole team. */
    subjectId: uuid("subject_id"),
    note: text("note").notNull().default(""),
    createdAt: createdAt(),
    createdBy: uuid("created_by"),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({ columns: [table.teamId], foreignColumns: [team.id] }).onDelete("cascade"),
    uniqueIndex("legal_hold_standing_key")
      .on(table.teamId, table.scope, sql`coalesce(${table.subjectId}, ${table.teamId})`)
      .where(sql`${table.liftedAt} is null`),
  ],
);
