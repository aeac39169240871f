import { sql } from "drizzle-orm";
import type { Choice } from "@/lib/router/choice";
import type { Db } from "../client";

export type Begun =
  | "begun"
  | "begun untitled"
  | "repeated"
  | "run_in_progress"
  | "not_found"
  | "not_a_question"
  | "conflict";

export interface NewReply {
  teamId: string;
  personId: string;
  chatId: string;
  choice: Choice;
  parentId: string | null;
  /** Null: `parentId` is the question. */
  message: { id: string; text: string } | null;
  answerId: string;
}

/** Writes the question and the place of its answer, and makes the chat if it is new; drizzle/0002_begin_reply.sql
 *  says what each answer means. */
export async function beginReply(db: Db, reply: NewReply): Promise<Begun> {
  const { teamId, personId, chatId, choice, parentId, message, answerId } = reply;
  const rows = await db.execute<{ begun: Begun }>(sql`
    select begin_reply(${teamId}::uuid, ${personId}::uuid, ${chatId}::uuid, ${JSON.stringify(choice)}::jsonb,
      ${parentId}::uuid, ${message?.id ?? null}::uuid, ${message?.text ?? null}, ${answerId}::uuid) as begun`);
  const row = rows[0];
  if (!row) throw new RangeError("begin_reply answered nothing");
  return row.begun;
}
