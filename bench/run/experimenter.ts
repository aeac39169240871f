import type { LoadResult } from "../load/plan.ts";
import type { Target } from "../targets/target.ts";
import { runLoad } from "./load.ts";
import type { Experiment } from "./scenarios.ts";
import type { Upstream } from "./upstream.ts";

/** Runs experiments on one target, one after the other. */
export class Experimenter {
  /** Answers that the upstream saw cut off; a healthy run has none. */
  disconnects = 0;
  readonly #target: Target;
  readonly #upstream: Upstream;
  readonly #say: (line: string) => void;

  constructor(target: Target, upstream: Upstream, say: (line: string) => void) {
    this.#target = target;
    this.#upstream = upstream;
    this.#say = say;
  }

  async run(name: string, { upstream: scenario, load }: Experiment): Promise<LoadResult> {
    const { url, protocol, headers, choice, pids } = this.#target;
    await this.#upstream.control(scenario);
    const result = await runLoad({
      ...load,
      url,
      protocol,
      headers,
      choice,
      pids,
      tokens: scenario.tokens,
      firstTokenDelayMs: scenario.firstTokenDelayMs,
    });
    this.disconnects += (await this.#upstream.stats()).disconnects;
    this.#say(`  ${name}: ${describe(result)}`);
    return result;
  }
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
