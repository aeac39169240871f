import type { MessageWithCost } from "@/db/queries/messages";
import { listRunEvents } from "@/db/queries/runs";
import type { Context } from "@/lib/context";
import { findRun } from "./runs";
import { textOfKind } from "./said";

/** A message as it stands: a reply that is being written has its text in its run, or in the run's log. */
export async function saidSoFar<Row extends Pick<MessageWithCost, "message">>(
  { db, actor }: Context,
  row: Row,
): Promise<Row> {
  const { message } = row;
  if (message.status !== "streaming") return row;
  const own = findRun(actor, message.id);
  if (own) return withText(row, own.textOf("text"), own.textOf("reasoning"));
  const events = await listRunEvents(db, message, 0);
  return withText(row, textOfKind(events, "text"), textOfKind(events, "reasoning"));
}

const withText = <Row extends Pick<MessageWithCost, "message">>(
  row: Row,
  text: string,
  reasoning: string,
): Row => ({
  ...row,
  message: { ...row.message, text, reasoning },
});
