import { setTimeout as sleep } from "node:timers/promises";
import { Interrupted } from "@/lib/completion/stop-reason";
import { onShutdown } from "@/lib/on-shutdown";
import type { Run, RunKey } from "./run";

/** An orderly stop lets answers end by themselves for so long; then it takes some to settle them. */
const DRAIN_MS = 3_000;

const SLOT = Symbol.for("wye.runs");
interface Registered {
  run: Run;
  claimed: Promise<Run>;
}
const holder = globalThis as { [SLOT]?: Map<string, Registered> };

/** The runs of this process, by whose they are and the id of the answer they write: somebody else who names the same
 *  answer gets nowhere, and must not take its place here meanwhile. */
function runs(): Map<string, Registered> {
  if (!holder[SLOT]) {
    holder[SLOT] = new Map();
    onShutdown(drainRuns);
  }
  return holder[SLOT];
}

/** Runs that do not end in time are handed over as interrupted, with what they said. */
async function drainRuns(): Promise<void> {
  await Promise.race([allEnded(), sleep(DRAIN_MS, undefined, { ref: false })]);
  for (const { run } of runs().values()) run.stop(new Interrupted());
  await allEnded();
}

async function allEnded(): Promise<void> {
  for (;;) {
    const writing = [...runs().values()].map(({ run }) => run).filter((run) => !run.isOver);
    if (writing.length === 0) return;
    await Promise.all(writing.map(({ ended }) => ended));
  }
}

/** @param claimed resolves with the run that writes the answer: this one, unless another process had begun it */
export function registerRun(run: Run, claimed: Promise<Run>): void {
  runs().set(keyOf(run.key, run.key.answerId), { run, claimed });
  // Who waits for it is told.
  claimed.catch(() => undefined);
}

/** The run that writes the answer, once that is certain. @throws why none does */
export function claimedRun(run: Run): Promise<Run> {
  return runs().get(keyOf(run.key, run.key.answerId))?.claimed ?? Promise.resolve(run);
}

/** Whether this process writes the answer: then its run is not dead, however late its heartbeat. */
export function isRunHere(owner: Owner, answerId: string): boolean {
  return runs().has(keyOf(owner, answerId));
}

type Owner = Pick<RunKey, "teamId" | "personId">;
const keyOf = ({ teamId, personId }: Owner, answerId: string) => `${teamId} ${personId} ${answerId}`;

/** Only of the same team and person: another's is as good as none. */
export function findRun(owner: Owner, answerId: string): Run | null {
  return runs().get(keyOf(owner, answerId))?.run ?? null;
}

/** Those that write in a chat: one, or those of a comparison. */
export function findRunsOfChat(owner: Owner, chatId: string): Run[] {
  return [...runs().values()]
    .map(({ run }) => run)
    .filter((run) => run.key.chatId === chatId && !run.isOver && isOwned(run, owner));
}

export function forgetRun(run: Run): void {
  const key = keyOf(run.key, run.key.answerId);
  if (runs().get(key)?.run === run) runs().delete(key);
}

const isOwned = ({ key }: Run, owner: Owner) =>
  key.teamId === owner.teamId && key.personId === owner.personId;
