import { setTimeout as sleep } from "node:timers/promises";
import { type TreeUsage, treeUsage } from "../proc/tree-usage.ts";
import { answerText } from "../upstream/wire.ts";
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
function checkPlan({ askUrl, followUrl, releaseUrl, followers }: FollowersPlan): void {
  for (const url of [askUrl, followUrl, releaseUrl]) requireLoopback(url);
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

async function join(plan: FollowersPlan, signal: AbortSignal, failures: Failures): Promise<Follower[]> {
  const followers: Follower[] = [];
  let left = plan.followers;
  const joinSome = async (): Promise<void> => {
    while (left-- > 0) {
      const follower = new Follower();
      try {
        await follower.open({ method: "GET", url: plan.followUrl, headers: plan.headers, signal });
        followers.push(follower);
      } catch (error) {
        failures.add(error);
      }
    }
  };
  await Promise.all(Array.from({ length: JOIN_AT_ONCE }, joinSome));
  return followers;
}

/** @returns those who read every character, and no other */
function check(plan: FollowersPlan, followers: readonly Follower[], failures: Failures): Follower[] {
  const expected = answerText(plan.tokens);
  return followers.filter((follower) => {
    try {
      const text = follower.text(plan.protocol);
      if (text !== expected) throw new Error(`the text is not the upstream's (${text.length} characters)`);
      return true;
    } catch (error) {
      failures.add(error);
      return false;
    }
  });
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

/** When those who have it all had the end. */
function endTimes(
  { tokens, tokensPerSecond }: FollowersPlan,
  complete: readonly Follower[],
  releasedAtMs: number,
) {
  const ends = complete.flatMap(({ endedAtMs }) => (endedAtMs === null ? [] : [endedAtMs]));
  const firstEndMs = Math.min(...ends);
  const lags = ends.map((endMs) => endMs - firstEndMs);
  return {
    lagMs: { p50: percentile(lags, 50), p95: percentile(lags, 95), max: percentile(lags, 100) },
    behindMs: ends.length === 0 ? null : firstEndMs - releasedAtMs - (tokens / tokensPerSecond) * 1000,
  };
}

function perTokenAndFollower({ tokens, followers }: FollowersPlan, before: TreeUsage, after: TreeUsage) {
  const share = (cpuMs: number) => (cpuMs * 1000) / (tokens * followers);
  return {
    cpuUsPerTokenAndFollower: share(after.cpuMs - before.cpuMs),
    databaseCpuUsPerTokenAndFollower: share(after.databaseCpuMs - before.databaseCpuMs),
  };
}

async function run(plan: FollowersPlan): Promise<FollowersResult> {
  checkPlan(plan);
  const signal = AbortSignal.timeout(plan.timeoutMs);
  const failures = new Failures();
  const asker = new Follower();
  const headers = { ...plan.headers, "content-type": "application/json" };
  await asker.open({ method: "POST", url: plan.askUrl, headers, body: plan.body, signal });

  const alone = treeUsage(plan.pids);
  const followers = await join(plan, signal, failures);
  const joined = treeUsage(plan.pids);
  const [releasedAtMs, clientBefore] = [performance.now(), process.cpuUsage()];
  await fetch(plan.releaseUrl, { method: "POST" });
  const over = Promise.all([asker, ...followers].map((each) => each.ended));
  const rssMb = await watchMemory(plan.pids, over);
  const clientCpu = process.cpuUsage(clientBefore);
  const streamingMs = performance.now() - releasedAtMs;
  await sleep(SETTLE_MS);
  const after = treeUsage(plan.pids);

  const complete = check(plan, followers, failures);
  check(plan, [asker], failures);
  return {
    complete: complete.length,
    failed: failures.count,
    failureSamples: failures.samples,
    joinCpuMs: (joined.cpuMs - alone.cpuMs) / plan.followers,
    ...perTokenAndFollower(plan, joined, after),
    pieces: followers.reduce((sum, { pieces }) => sum + pieces, 0) / followers.length,
    ...endTimes(plan, complete, releasedAtMs),
    rssMb,
    serverBusy: (after.cpuMs - joined.cpuMs) / streamingMs,
    clientBusy: (clientCpu.user + clientCpu.system) / 1000 / streamingMs,
  };
}

const plan: FollowersPlan = JSON.parse(process.argv[2] ?? "null");
console.log(JSON.stringify(await run(plan)));
