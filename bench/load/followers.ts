import { Agent, type RequestOptions } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type TreeUsage, treeUsage } from "../proc/tree-usage.ts";
import { answerText } from "../upstream/wire.ts";
import { FirstWord } from "./first-word.ts";
import { Follower } from "./follower.ts";
import type { FollowersPlan, FollowersResult } from "./followers-plan.ts";
import { percentile } from "./percentile.ts";
import { requireLoopback } from "./require-loopback.ts";

const MAX_FOLLOWERS = 5_000;
/** More at once would overflow the queue of a server that listens, and wait for TCP to try again. */
const JOIN_AT_ONCE = 50;
const LOOK_EVERY_MS = 1_000;
/** What a server still does for an answer after its last byte belongs to the answer. */
const SETTLE_MS = 500;
const FAILURE_SAMPLES = 3;

/** @throws RangeError on a plan that could hurt. */
function checkPlan({ askUrl, followUrl, followers }: FollowersPlan): void {
  for (const url of [askUrl, followUrl]) requireLoopback(url);
  if (followers > MAX_FOLLOWERS) throw new RangeError(`at most ${MAX_FOLLOWERS} followers`);
}

class Failures {
  count = 0;
  readonly samples: string[] = [];

  add(error: unknown): void {
    this.count += 1;
    if (this.samples.length < FAILURE_SAMPLES) this.samples.push(String(error));
  }
}

async function join(
  plan: FollowersPlan,
  options: RequestOptions,
  failures: Failures,
  joined: (follower: Follower) => void,
): Promise<void> {
  let left = plan.followers;
  const joinSome = async (): Promise<void> => {
    while (left-- > 0) {
      const follower = new Follower();
      try {
        await follower.open(plan.followUrl, { ...options, method: "GET" });
        joined(follower);
      } catch (error) {
        failures.add(error);
      }
    }
  };
  await Promise.all(Array.from({ length: JOIN_AT_ONCE }, joinSome));
}

function check(plan: FollowersPlan, followers: readonly Follower[], failures: Failures): number {
  const expected = answerText(plan.tokens);
  let complete = 0;
  for (const follower of followers) {
    try {
      const text = follower.text(plan.protocol);
      if (text !== expected) throw new Error(`the text is not the upstream's (${text.length} characters)`);
      complete += 1;
    } catch (error) {
      failures.add(error);
    }
  }
  return complete;
}

/** Samples the measured processes until `over`. @returns the most memory that was seen */
async function watchMemory(pids: readonly number[], over: Promise<unknown>): Promise<number> {
  let mostMb = 0;
  const look = () => {
    mostMb = Math.max(mostMb, treeUsage(pids).rssMb);
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  await over;
  clearInterval(timer);
  look();
  return mostMb;
}

async function run(plan: FollowersPlan): Promise<FollowersResult> {
  checkPlan(plan);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  const options = { agent, headers: plan.headers, signal: AbortSignal.timeout(plan.timeoutMs) };
  const failures = new Failures();
  const firstWord = new FirstWord(plan.protocol);
  const asker = new Follower((chunk) => firstWord.hear(chunk));
  const body = { ...plan.headers, "content-type": "application/json" };
  await asker.open(plan.askUrl, { ...options, method: "POST", headers: body }, plan.body);

  const followers: Follower[] = [];
  let early = 0;
  const alone = treeUsage(plan.pids);
  await join(plan, options, failures, (follower) => {
    followers.push(follower);
    if (firstWord.atMs === null) early += 1;
  });
  const joined = treeUsage(plan.pids);
  const [joinedAtMs, clientBefore] = [performance.now(), process.cpuUsage()];

  const over = Promise.all([asker, ...followers].map((each) => each.ended));
  const rssMb = await watchMemory(plan.pids, over);
  const clientCpu = process.cpuUsage(clientBefore);
  const streamingMs = performance.now() - joinedAtMs;
  await sleep(SETTLE_MS);
  const after = treeUsage(plan.pids);
  agent.destroy();

  const ends = followers.flatMap(({ endedAtMs }) => (endedAtMs === null ? [] : [endedAtMs]));
  const complete = check(plan, followers, failures);
  check(plan, [asker], failures);
  const firstEndMs = Math.min(...ends);
  const lags = ends.map((endMs) => endMs - firstEndMs);
  const paceMs = (plan.tokens / plan.tokensPerSecond) * 1000;
  return {
    complete,
    failed: failures.count,
    failureSamples: failures.samples,
    early,
    joinCpuMs: (joined.cpuMs - alone.cpuMs) / plan.followers,
    ...perTokenAndFollower(plan, joined, after),
    lagMs: { p50: percentile(lags, 50), p95: percentile(lags, 95), max: percentile(lags, 100) },
    behindMs: firstWord.atMs === null || ends.length === 0 ? null : firstEndMs - firstWord.atMs - paceMs,
    rssMb,
    serverBusy: (after.cpuMs - joined.cpuMs) / streamingMs,
    clientBusy: (clientCpu.user + clientCpu.system) / 1000 / streamingMs,
  };
}

function perTokenAndFollower({ tokens, followers }: FollowersPlan, before: TreeUsage, after: TreeUsage) {
  const share = (cpuMs: number) => (cpuMs * 1000) / (tokens * followers);
  return {
    cpuUsPerTokenAndFollower: share(after.cpuMs - before.cpuMs),
    databaseCpuUsPerTokenAndFollower: share(after.databaseCpuMs - before.databaseCpuMs),
  };
}

const plan: FollowersPlan = JSON.parse(process.argv[2] ?? "null");
console.log(JSON.stringify(await run(plan)));
