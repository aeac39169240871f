import { listMessages } from "@/db/queries/messages";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { Run } from "./run";
import { toMetadata } from "./to-ui-message";
import { finishChunk } from "./ui-chunks";

/** A reply that was written before, as a run that is over: who follows it reads it once more. */
export async function storedRun(context: Context, chatId: string, answerId: string): Promise<Run> {
  const { teamId, personId } = context.actor;
  const rows = await listMessages(context.db, teamId, chatId);
  const row = rows.find(({ message }) => message.id === answerId);
  if (!row) throw new AppError("conflict");
  const metadata = toMetadata(row);
  const run = new Run({ teamId, personId, chatId, answerId }, metadata);
  if (row.message.reasoning !== "") run.reasoning(row.message.reasoning);
  if (row.message.text !== "") run.text(row.message.text);
  run.finish(finishChunk(metadata));
  return run;
}
