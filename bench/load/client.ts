import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { treeUsage } from "../proc/tree-usage.ts";
import { answerText } from "../upstream/wire.ts";
import { percentile } from "./percentile.ts";
import type { LoadPlan, LoadResult } from "./plan.ts";
import { requireLoopback } from "./require-loopback.ts";
import { runStream } from "./run-stream.ts";

const MAX_STREAMS = 20_000;
const MAX_TIMEOUT_MS = 600_000;
const ERROR_SAMPLES = 3;
/** What a server still does for an answer after its last byte (settling, titles) belongs to the answer. */
const SETTLE_MS = 500;

/** @throws RangeError on a plan that could hurt: this client asks loopback only, and ends. */
function checkPlan(plan: LoadPlan): void {
  requireLoopback(plan.url);
  if (plan.concurrency * plan.rounds > MAX_STREAMS) throw new RangeError(`at most ${MAX_STREAMS} streams`);
  if (plan.timeoutMs > MAX_TIMEOUT_MS) throw new RangeError(`at most ${MAX_TIMEOUT_MS} ms`);
}

async function run(plan: LoadPlan): Promise<LoadResult> {
  checkPlan(plan);
  const expected = answerText(plan.tokens);
  const agent = new Agent({ keepAlive: true, maxSockets: plan.concurrency });
  const signal = AbortSignal.timeout(plan.timeoutMs);
  const ttfts: number[] = [];
  const errorSamples: string[] = [];
  let errors = 0;
  let finished = 0;
  let deltas = 0;

  const worker = async (index: number): Promise<void> => {
    await sleep((index * plan.spreadMs) / plan.concurrency);
    for (let round = 0; round < plan.rounds; round++) {
      try {
        const result = await runStream(plan, agent, signal);
        if (result.text !== expected)
          throw new Error(`the text is not the upstream's (${result.text.length} characters)`);
        finished += 1;
        deltas += result.deltas;
        if (round >= plan.warmupRounds) ttfts.push(result.ttftMs - plan.firstTokenDelayMs);
      } catch (error) {
        errors += 1;
        if (errorSamples.length < ERROR_SAMPLES) errorSamples.push(String(error));
      }
    }
  };

  const before = treeUsage(plan.pids);
  const clientCpuBefore = process.cpuUsage();
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: plan.concurrency }, (_, index) => worker(index)));
  const seconds = (performance.now() - startedMs) / 1000;
  const clientCpu = process.cpuUsage(clientCpuBefore);
  await sleep(SETTLE_MS);
  const after = treeUsage(plan.pids);
  agent.destroy();

  const tokens = finished * plan.tokens;
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    streams: finished,
    errors,
    errorSamples,
    tokens,
    deltas,
    seconds,
    tokensPerSecond: tokens / seconds,
    ttftMs: { p50: percentile(ttfts, 50), p95: percentile(ttfts, 95), p99: percentile(ttfts, 99) },
    cpuMs,
    databaseCpuMs: after.databaseCpuMs - before.databaseCpuMs,
    cpuUsPerToken: tokens === 0 ? null : (cpuMs * 1000) / tokens,
    cpuMsPerStream: finished === 0 ? null : cpuMs / finished,
    rssMb: after.rssMb,
    clientCpuMs: (clientCpu.user + clientCpu.system) / 1000,
  };
}

const plan: LoadPlan = JSON.parse(process.argv[2] ?? "null");
console.log(JSON.stringify(await run(plan)));
