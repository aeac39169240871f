import type { Db } from "@/db/client";
import { interruptRun } from "@/db/queries/run-ends";
import { listDeadRuns, listRunEvents } from "@/db/queries/runs";
import { log } from "@/lib/log";
import { RUN_DEAD_AFTER_MS } from "./run-timing";
import { isRunHere } from "./runs";
import { textOfKind } from "./said";

const BATCH = 100;

/** When each silent run had last spoken, at the look before. */
const seen = new WeakMap<Db, ReadonlyMap<string, number>>();

/** Ends the runs that killed processes left, each with what the log has of it: those that were as silent at the look
 *  before. After a database was away all runs are silent, and those that live speak before the next look.
 *  @returns how many. */
export async function reapRuns(db: Db): Promise<number> {
  const found = await listDeadRuns(db, RUN_DEAD_AFTER_MS, BATCH);
  const silent = found.filter((run) => !isRunHere(run, run.id));
  const before = seen.get(db);
  seen.set(db, new Map(silent.map((run) => [keyOf(run), run.heartbeatAt.getTime()])));
  const dead = silent.filter((run) => before?.get(keyOf(run)) === run.heartbeatAt.getTime());
  let reaped = 0;
  for (const run of dead) if (await reapRun(db, run)) reaped++;
  if (reaped > 0) log().warn({ runs: reaped }, "interrupted replies whose process has died");
  return reaped;
}

const keyOf = ({ teamId, id }: { teamId: string; id: string }): string => `${teamId} ${id}`;

/** @returns false when the run is alive, or over. */
export async function reapRun(db: Db, run: { teamId: string; id: string }): Promise<boolean> {
  const events = await listRunEvents(db, run, 0);
  const kept = { text: textOfKind(events, "text"), reasoning: textOfKind(events, "reasoning") };
  return interruptRun(db, run, kept, RUN_DEAD_AFTER_MS);
}
