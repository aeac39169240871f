import type { LoadResult } from "../load/plan.ts";
import type { Target } from "../targets/target.ts";
import { runLoad } from "./load.ts";
import {
  BURSTS,
  CARRIED_TTFT_MS,
  type Experiment,
  IDLE,
  LADDER,
  PACED_STREAMS,
  paced,
  WARMUP,
} from "./scenarios.ts";
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

export async function measure(
  target: Target,
  upstream: Upstream,
  say: (line: string) => void,
): Promise<Measured> {
  let disconnects = 0;
  const run = async (name: string, { upstream: scenario, load }: Experiment): Promise<LoadResult> => {
    await upstream.control(scenario);
    const result = await runLoad({
      ...load,
      url: target.url,
      protocol: target.protocol,
      headers: target.headers,
      choice: target.choice,
      pids: target.pids,
      tokens: scenario.tokens,
      firstTokenDelayMs: scenario.firstTokenDelayMs,
    });
    disconnects += (await upstream.stats()).disconnects;
    say(`  ${name}: ${describe(result)}`);
    return result;
  };

  await run("warm-up", WARMUP);
  const bursts = await run("bursts", BURSTS);
  const idle = await run("idle", IDLE);
  const hundred = await run(`paced, ${PACED_STREAMS} streams`, paced(PACED_STREAMS));
  const ladder: Measured["ladder"] = [];
  for (const streams of LADDER) {
    const result =
      streams === PACED_STREAMS ? hundred : await run(`paced, ${streams} streams`, paced(streams));
    ladder.push({ streams, ttftP95Ms: result.ttftMs.p95, errors: result.errors });
    if (!isCarried(result)) break;
  }
  const carried = ladder.filter(
    ({ ttftP95Ms, errors }) => errors === 0 && (ttftP95Ms ?? Infinity) < CARRIED_TTFT_MS,
  );
  return { bursts, idle, paced: hundred, carriedStreams: carried.at(-1)?.streams ?? 0, ladder, disconnects };
}

function isCarried({ errors, ttftMs }: LoadResult): boolean {
  return errors === 0 && (ttftMs.p95 ?? Infinity) < CARRIED_TTFT_MS;
}

function describe({
  cpuUsPerToken,
  databaseCpuMs,
  tokens,
  ttftMs,
  tokensPerSecond,
  errors,
  errorSamples,
}: LoadResult): string {
  const cpu = cpuUsPerToken === null ? "no tokens" : `${cpuUsPerToken.toFixed(1)} µs a token`;
  const database =
    databaseCpuMs > 0 ? ` (${((databaseCpuMs * 1000) / tokens).toFixed(1)} of it the database)` : "";
  const ttft = `first token p50 ${ttftMs.p50?.toFixed(1)} p95 ${ttftMs.p95?.toFixed(1)} ms`;
  const failed = errors === 0 ? "" : `, ${errors} errors: ${errorSamples.join("; ")}`;
  return `${cpu}${database}, ${ttft}, ${tokensPerSecond.toFixed(0)} tokens/s${failed}`;
}
