import { sql } from "drizzle-orm";
import type { Preferences } from "@/lib/auth/preferences";
import type { ChatSettings } from "@/lib/chat/chat-settings";
import type { ComparisonPlace } from "@/lib/chat/comparison";
import type { SummaryFacts } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import type { Db } from "../client";
import { chat, person } from "../schema";

export type Begun =
  | "begun"
  | "begun untitled"
  | "repeated"
  | "run_in_progress"
  | "not_found"
  | "not_a_question"
  | "not_broken_off"
  | "conflict";

export interface NewReply {
  teamId: string;
  personId: string;
  chatId: string;
  choice: Choice;
  /** Left out: the chat keeps its own. */
  settings?: ChatSettings | undefined;
  parentId: string | null;
  /** Null: `parentId` is the question. */
  message: { id: string; text: string } | null;
  answerId: string;
  /** An answer to the same question that broke off, and that this one goes on from. */
  continuesId?: string | null | undefined;
  /** Set: a summary of what leads to `parentId` is written, not an answer. */
  summary?: SummaryFacts;
  /** Where the answer stands among others to its question. */
  comparison?: ComparisonPlace | undefined;
  /** An answer to the same question, beside which this one is asked for; with a comparison, it joins that. */
  besideId?: string | undefined;
  /** A chat that the question begins leaves nothing but its cost. */
  temporary?: true | undefined;
  /** The process that will write the answer. */
  replica: string;
  /** A run that was silent for so long stands in nobody's way. */
  deadAfterMs: number;
}

export interface BegunReply {
  begun: Begun;
  settings: ChatSettings | null;
  standIn: Preferences["standIn"] | null;
}

/** Writes the question, the place of its answer and its run, and makes the chat if it is new; drizzle/0006_run_functions.sql
 *  0021_begin_comparison.sql and 0024_temporary_chats.sql say what each answer means. The settings are those that the chat had before; null: it was not there. `standIn` is the
 *  person's preference. */
export async function beginReply(db: Db, reply: NewReply): Promise<BegunReply> {
  const { teamId, personId, chatId, choice, settings, parentId, message, answerId, replica } = reply;
  const { continuesId = null, summary, comparison, besideId = null } = reply;
  const rows = await db.execute<{ [Key in keyof BegunReply]: BegunReply[Key] }>(sql`
    select begin_reply(${teamId}::uuid, ${personId}::uuid, ${chatId}::uuid, ${JSON.stringify(choice)}::jsonb,
      ${parentId}::uuid, ${message?.id ?? null}::uuid, ${message?.text ?? null}, ${answerId}::uuid,
      ${replica}::uuid, ${`${reply.deadAfterMs} milliseconds`}::interval,
      ${settings ? JSON.stringify(settings) : null}::jsonb, ${continuesId}::uuid,
      ${summary ? JSON.stringify(summary) : null}::jsonb,
      ${comparison ? JSON.stringify(comparison) : null}::jsonb, ${besideId}::uuid, ${reply.temporary === true}::boolean) as begun,
      (select settings from ${chat} where team_id = ${teamId}::uuid and id = ${chatId}::uuid) as settings,
      (select preferences ->> 'standIn' from ${person} where id = ${personId}::uuid) as "standIn"`);
  const row = rows[0];
  if (!row) throw new RangeError("begin_reply answered nothing");
  return row;
}
