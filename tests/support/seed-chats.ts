import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";

export interface Owned {
  teamId: string;
  personId: string;
}

export interface SeededMessage {
  id: string;
  parentId: string | null;
  role: "user" | "assistant";
  text: string;
  reasoning?: string;
}

const CHOICE = { kind: "mode", mode: "knowledge" };

/** The one person of a new installation. @throws RangeError when there is none. */
export async function findOwner(sql: postgres.Sql): Promise<Owned> {
  const [row] = await sql<
    Owned[]
  >`select team_id as "teamId", person_id as "personId" from membership limit 1`;
  if (row === undefined) throw new RangeError("nobody has an account");
  return row;
}

/** Writes a chat as replies would have left it. The last message is the leaf that is shown. @returns its id. */
export async function seedChat(
  sql: postgres.Sql,
  { teamId, personId }: Owned,
  title: string,
  messages: readonly SeededMessage[],
): Promise<string> {
  const chatId = uuidv7();
  const leaf = messages.at(-1)?.id ?? null;
  await sql`insert into chat (team_id, id, person_id, title, title_source, choice, active_leaf_id)
    values (${teamId}, ${chatId}, ${personId}, ${title}, 'person', ${JSON.stringify(CHOICE)}::text::jsonb, ${leaf})`;
  await sql`insert into message (team_id, id, chat_id, parent_id, role, status, text, reasoning)
    select ${teamId}::uuid, m.id, ${chatId}::uuid, m."parentId", m.role, 'complete', m.text, coalesce(m.reasoning, '')
    from jsonb_to_recordset(${JSON.stringify(messages)}::text::jsonb)
      as m (id uuid, "parentId" uuid, role text, text text, reasoning text)`;
  await sql`vacuum analyze message`;
  return chatId;
}

/** `count` chats without messages, "Chat 1" the newest, a minute between them. */
export async function seedChats(
  sql: postgres.Sql,
  { teamId, personId }: Owned,
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({ id: uuidv7(), nth: index + 1 }));
  await sql`insert into chat (team_id, id, person_id, title, title_source, choice, updated_at)
    select ${teamId}::uuid, c.id, ${personId}::uuid, 'Chat ' || c.nth, 'person',
      ${JSON.stringify(CHOICE)}::text::jsonb, now() - c.nth * interval '1 minute'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as c (id uuid, nth integer)`;
  await sql`vacuum analyze chat`;
}

/** A path of so many messages: questions and answers in turn, of the lengths that such have. */
export function longPath(count: number): SeededMessage[] {
  const ids = Array.from({ length: count }, () => uuidv7());
  return ids.map((id, index) => {
    const parentId = ids[index - 1] ?? null;
    return index % 2 === 0
      ? { id, parentId, role: "user", text: `Question ${index + 1}: ${"what of it? ".repeat(index % 7)}` }
      : { id, parentId, role: "assistant", text: answerText(index + 1) };
  });
}

function answerText(nth: number): string {
  const paragraph = `It is as long as such texts are, and says in so many words what the one before it left out. `;
  const code = nth % 10 === 0 ? `\n\n\`\`\`ts\nconst nth = ${nth};\nconsole.log(nth);\n\`\`\`` : "";
  return `Answer ${nth}.\n\n${paragraph.repeat(1 + (nth % 9))}${code}\n\n- one\n- two`;
}

/** @param dataDir of a server that runs. @returns the address of its database. */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const { openDatabase } = await import("../../db/embedded/open-database.ts");
  const { url, release } = await openDatabase({ dataDir, log: () => undefined });
  await release();
  return url;
}
