import { Interrupted } from "@/lib/completion/stop-reason";
import { onShutdown } from "@/lib/on-shutdown";
import type { Run } from "./run";

const SLOT = Symbol.for("wye.runs");
const holder = globalThis as { [SLOT]?: Map<string, Run> };

/** The runs of this process, by the id of the answer they write. */
function runs(): Map<string, Run> {
  if (!holder[SLOT]) {
    const all = new Map<string, Run>();
    holder[SLOT] = all;
    onShutdown(async () => {
      for (const run of all.values()) run.stop(new Interrupted());
      await Promise.allSettled([...all.values()].map(({ ended }) => ended));
    });
  }
  return holder[SLOT];
}

export function registerRun(run: Run): void {
  runs().set(run.key.answerId, run);
}

/** Only of the same team and person: another's is as good as none. */
export function findRun(owner: { teamId: string; personId: string }, answerId: string): Run | null {
  const run = runs().get(answerId);
  return run && isOwned(run, owner) ? run : null;
}

export function findRunOfChat(owner: { teamId: string; personId: string }, chatId: string): Run | null {
  for (const run of runs().values()) {
    if (run.key.chatId === chatId && !run.isOver && isOwned(run, owner)) return run;
  }
  return null;
}

export function forgetRun(run: Run): void {
  if (runs().get(run.key.answerId) === run) runs().delete(run.key.answerId);
}

const isOwned = ({ key }: Run, owner: { teamId: string; personId: string }) =>
  key.teamId === owner.teamId && key.personId === owner.personId;
