import type { LoadResult } from "../load/plan.ts";
import type { Target } from "../targets/target.ts";
import { Experimenter } from "./experimenter.ts";
import { BURSTS, CARRIED_TTFT_MS, IDLE, LADDER, PACED_STREAMS, paced, WARMUP } from "./scenarios.ts";
import type { Upstream } from "./upstream.ts";

export interface Measured {
  bursts: LoadResult;
  idle: LoadResult;
  paced: LoadResult;
  /** Most streams of the ladder that were carried; 0 when not even its first rung was. */
  carriedStreams: number;
  ladder: { streams: number; ttftP95Ms: number | null; errors: number }[];
  /** Answers that the upstream saw cut off; a healthy run has none. */
  disconnects: number;
}

export async function measureChat(
  target: Target,
  upstream: Upstream,
  say: (line: string) => void,
): Promise<Measured> {
  const experimenter = new Experimenter(target, upstream, say);
  await experimenter.run("warm-up", WARMUP);
  const bursts = await experimenter.run("bursts", BURSTS);
  const idle = await experimenter.run("idle", IDLE);
  const climb = (streams: number) => experimenter.run(`paced, ${streams} streams`, paced(streams));
  const hundred = await climb(PACED_STREAMS);
  const ladder: Measured["ladder"] = [];
  for (const streams of LADDER) {
    const result = streams === PACED_STREAMS ? hundred : await climb(streams);
    ladder.push({ streams, ttftP95Ms: result.ttftMs.p95, errors: result.errors });
    if (!isCarried(result)) break;
  }
  const carried = ladder.filter(
    ({ ttftP95Ms, errors }) => errors === 0 && (ttftP95Ms ?? Infinity) < CARRIED_TTFT_MS,
  );
  return {
    bursts,
    idle,
    paced: hundred,
    carriedStreams: carried.at(-1)?.streams ?? 0,
    ladder,
    disconnects: experimenter.disconnects,
  };
}

function isCarried({ errors, ttftMs }: LoadResult): boolean {
  return errors === 0 && (ttftMs.p95 ?? Infinity) < CARRIED_TTFT_MS;
}
