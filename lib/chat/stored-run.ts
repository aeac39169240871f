import { findChat } from "@/db/queries/chats";
import { findMessage } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { closing } from "./closing";
import { Run } from "./run";
import { toMetadata } from "./to-ui-message";
import { withCosts } from "./with-costs";

/** A reply that was written long ago, as a run that is over: who follows it reads it once more. Null unless it is in
 *  a chat of this person's. */
export async function storedRun(
  { db, actor }: Context,
  chatId: string,
  answerId: string,
): Promise<Run | null> {
  const { teamId, personId } = actor;
  if (!(await findChat(db, actor, chatId))) return null;
  const row = await findMessage(db, teamId, chatId, answerId);
  if (!row || row.message.role === "user") return null;
  const [costed = row] = await withCosts({ db }, [row]);
  const metadata = toMetadata(costed);
  const run = new Run({ teamId, personId, chatId, answerId }, metadata);
  run.reasoning(row.message.reasoning);
  run.text(row.message.text);
  run.finish(...closing(metadata));
  return run;
}
