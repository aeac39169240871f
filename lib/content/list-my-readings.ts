import { readingsQuery } from "@/db/queries/readings";
import { openPersonal } from "@/lib/audit/personal";
import { findSubjectKeys } from "@/lib/audit/subject-keys";
import type { Context } from "@/lib/context";
import { READINGS, type ReadingAction } from "./reading";

export const MOST_READINGS = 100;

/** One time that somebody read what this person wrote. */
export interface MyReading {
  id: string;
  at: Date;
  /** Null: nobody knows their name any more. */
  by: string | null;
  team: string;
  /** The titles of their chats, one chat, or everything, in an export of the team. */
  what: "list" | "chat" | "export";
  /** The chat, while the person has it. */
  chat: { id: string; title: string | null } | null;
  /** What the reader said it was for; null of an export. */
  reason: string | null;
}

const WHAT: Readonly<Record<string, MyReading["what"]>> = {
  "content.list": "list",
  "content.read": "chat",
} satisfies Record<ReadingAction, MyReading["what"]>;

/** The newest times that others read what who asks wrote, over all their teams. It is the person's own. */
export async function listMyReadings({ db, actor }: Context): Promise<MyReading[]> {
  const rows = await readingsQuery(db, actor.personId, { actions: READINGS, limit: MOST_READINGS });
  const keys = await findSubjectKeys(db, [actor.personId]);
  return rows.map(({ id, teamId, at, by, team, action, chatId, title, personal }) => ({
    ...{ id, at, by, team },
    what: WHAT[action] ?? "export",
    chat: chatId === null ? null : { id: chatId, title },
    reason: openPersonal({ teamId, id }, personal, keys).reason?.value ?? null,
  }));
}
