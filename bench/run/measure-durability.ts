import { setTimeout as sleep } from "node:timers/promises";
import type { LoadResult } from "../load/plan.ts";
import {
  COUNTED_AFTER_MS,
  type DatabaseWrites,
  openWritesReader,
  type WritesReader,
  writesPerAnswer,
} from "../proc/database-writes.ts";
import { databaseUrl } from "../targets/database-url.ts";
import type { Wye } from "../targets/start-wye.ts";
import { Experimenter } from "./experimenter.ts";
import { ALONE, BURSTS, IDLE, PACED_STREAMS, paced, WARMUP } from "./scenarios.ts";
import type { Upstream } from "./upstream.ts";

/** A load, and what the database wrote for each of its answers, their titles included. */
export interface LoadAndWrites {
  load: LoadResult;
  writes: DatabaseWrites | null;
}

export interface Durability {
  bursts: LoadResult;
  idle: LoadResult;
  alone: LoadAndWrites;
  paced: LoadAndWrites;
}

/** What Wye costs its machine and its database. */
export async function measureDurability(
  target: Wye,
  upstream: Upstream,
  say: (line: string) => void,
): Promise<Durability> {
  const experimenter = new Experimenter(target, upstream, say);
  await experimenter.run("warm-up", WARMUP);
  const bursts = await experimenter.run("bursts", BURSTS);
  const idle = await experimenter.run("idle", IDLE);
  const reader = openWritesReader(await databaseUrl(target));
  try {
    const first = await countedWrites(reader);
    const alone = await experimenter.run("alone", ALONE);
    const second = await countedWrites(reader);
    const hundred = await experimenter.run(`paced, ${PACED_STREAMS} streams`, paced(PACED_STREAMS));
    const third = await countedWrites(reader);
    return {
      bursts,
      idle,
      alone: { load: alone, writes: writesPerAnswer(first, second, alone.streams) },
      paced: { load: hundred, writes: writesPerAnswer(second, third, hundred.streams) },
    };
  } finally {
    await reader.close();
  }
}

async function countedWrites(reader: WritesReader): Promise<DatabaseWrites> {
  await sleep(COUNTED_AFTER_MS);
  return reader.read();
}
