import type { Db } from "@/db/client";
import { findMessage } from "@/db/queries/messages";
import type { RunRow } from "@/db/queries/runs";
import { Mirror } from "./mirror";
import type { Run } from "./run";
import { toMetadata } from "./to-ui-message";

const SLOT = Symbol.for("wye.mirrors");
const holder = globalThis as { [SLOT]?: Map<string, Promise<Mirror>> };

/** The run of another process that this row tells of, read up to now. However many follow it here, it is read from
 *  the database once. The caller has seen to it that the row is the person's. */
export async function mirrorRun(db: Db, row: RunRow): Promise<Run> {
  holder[SLOT] ??= new Map();
  const mirrors = holder[SLOT];
  // An id is a run's within its team only.
  const key = `${row.teamId} ${row.id}`;
  const opening = mirrors.get(key) ?? open(db, row, () => mirrors.delete(key));
  mirrors.set(key, opening);
  const mirror = await opening;
  if (mirror.run.isOver) mirrors.delete(key);
  return mirror.run;
}

async function open(db: Db, row: RunRow, letGo: () => void): Promise<Mirror> {
  try {
    const found = await findMessage(db, row.teamId, row.chatId, row.id);
    const mirror = new Mirror(db, row, found ? toMetadata(found) : {}, letGo);
    await mirror.ready;
    return mirror;
  } catch (error) {
    letGo();
    throw error;
  }
}
