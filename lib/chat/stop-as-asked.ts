import type { Db } from "@/db/client";
import { findChat } from "@/db/queries/chats";
import { Deleted, Stopped } from "@/lib/completion/stop-reason";
import { log } from "@/lib/log";
import type { Run } from "./run";

/** Stops a run because another process asked for it; a deletion is seen by what it left. */
export async function stopAsAsked(db: Db, run: Run): Promise<void> {
  if (run.signal.aborted) return;
  try {
    const chat = await findChat(db, run.key, run.key.chatId);
    run.stop(chat ? new Stopped() : new Deleted());
  } catch (error) {
    log().warn({ err: error }, "could not see why a run is to stop");
    run.stop(new Stopped());
  }
}
