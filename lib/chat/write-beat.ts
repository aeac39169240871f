import type { Db } from "@/db/client";
import { type Beat, type Heard, logRuns } from "@/db/queries/runs";
import { replicaId } from "@/lib/replica-id";

/** A team's runs that speak within this time are written together. */
const GATHER_MS = 100;

interface Waiting {
  beat: Beat;
  answer: PromiseWithResolvers<Heard | null>;
}
interface Gathering {
  waiting: Waiting[];
  timer: NodeJS.Timeout | null;
  wroteAt: number;
}

const teams = new WeakMap<Db, Map<string, Gathering>>();

/** Writes a beat of a run, at once when nothing was written of late, else with those that come meanwhile: a hundred
 *  runs cost ten statements a second. @returns null when the run is not this process's any more */
export function writeBeat(db: Db, teamId: string, beat: Beat): Promise<Heard | null> {
  const ofDb = teams.get(db) ?? new Map<string, Gathering>();
  teams.set(db, ofDb);
  const gathering = ofDb.get(teamId) ?? { waiting: [], timer: null, wroteAt: Number.NEGATIVE_INFINITY };
  ofDb.set(teamId, gathering);
  const answer = Promise.withResolvers<Heard | null>();
  gathering.waiting.push({ beat, answer });
  gathering.timer ??= setTimeout(
    () => {
      gathering.timer = null;
      gathering.wroteAt = performance.now();
      void writeAll(db, teamId, gathering.waiting.splice(0));
      // A team that falls silent leaves nothing behind.
      setTimeout(() => {
        if (gathering.timer === null && ofDb.get(teamId) === gathering) ofDb.delete(teamId);
      }, GATHER_MS).unref();
    },
    Math.max(0, gathering.wroteAt + GATHER_MS - performance.now()),
  );
  return answer.promise;
}

async function writeAll(db: Db, teamId: string, waiting: readonly Waiting[]): Promise<void> {
  try {
    const heard = await logRuns(
      db,
      { teamId, replica: replicaId() },
      waiting.map(({ beat }) => beat),
    );
    const byId = new Map(heard.map((one) => [one.id, one]));
    for (const { beat, answer } of waiting) answer.resolve(byId.get(beat.id) ?? null);
  } catch (error) {
    for (const { answer } of waiting) answer.reject(error);
  }
}
