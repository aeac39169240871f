import { and, eq, isNull, sql } from "drizzle-orm";
import type { Choice } from "@/lib/router/choice";
import type { Override } from "@/lib/router/decision-notes";
import type { Db } from "../client";
import { decision } from "../schema";

interface Owned {
  teamId: string;
  personId: string;
}

interface AnswerRef {
  chatId: string;
  messageId: string;
}

const isOf = (owner: Owned, { chatId, messageId }: AnswerRef) =>
  and(
    eq(decision.teamId, owner.teamId),
    eq(decision.personId, owner.personId),
    eq(decision.chatId, chatId),
    eq(decision.messageId, messageId),
  );

export type Thumb = 1 | -1;

/** @returns whether the answer is this person's and was routed. */
export async function setThumb(db: Db, owner: Owned, ref: AnswerRef, thumb: Thumb | null): Promise<boolean> {
  const rows = await db
    .update(decision)
    .set({ thumb })
    .where(isOf(owner, ref))
    .returning({ id: decision.id });
  return rows.length > 0;
}

/** Keeps how the person asked again. The first time counts: what follows says something of the answers between. */
export async function setOverride(db: Db, owner: Owned, ref: AnswerRef, override: Override): Promise<void> {
  await db
    .update(decision)
    .set({ override, overriddenAt: sql`now()` })
    .where(and(isOf(owner, ref), isNull(decision.override)));
}

/** Keeps which answer of a comparison the person went on with; another one later takes its place.
 *  @returns whether the answer stands in one, and by which choice it came about, where that is kept. */
export async function setPicked(
  db: Db,
  { teamId, personId }: Owned,
  { chatId, messageId }: AnswerRef,
): Promise<{ choice: Choice | null } | null> {
  const rows = await db.execute<{ choice: Choice | null }>(sql`
    with picked as (
      select parent_id, comparison from message
      where team_id = ${teamId} and chat_id = ${chatId} and id = ${messageId} and comparison is not null
        and deleted_at is null
    ), compared as (
      update message m set comparison = m.comparison || jsonb_build_object('picked', m.id = ${messageId})
      from picked
      where m.team_id = ${teamId} and m.chat_id = ${chatId} and m.parent_id = picked.parent_id
        and m.comparison ->> 'id' = picked.comparison ->> 'id'
      returning m.id, (m.comparison ->> 'id')::uuid as comparison_id
    ), told as (
      update decision d set comparison_id = compared.comparison_id, picked = (d.message_id = ${messageId})
      from compared
      where d.team_id = ${teamId} and d.person_id = ${personId} and d.message_id = compared.id
      returning d.message_id, d.choice
    )
    select told.choice from picked left join told on told.message_id = ${messageId}`);
  return rows[0] ?? null;
}
