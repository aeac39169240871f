import { v7 as uuidv7 } from "uuid";
import type { FollowersResult } from "../load/followers-plan.ts";
import { requestBody } from "../load/request-body.ts";
import type { FollowedTarget } from "../targets/target.ts";
import { runFollowers } from "./load.ts";
import { FOLLOWED, FOLLOWED_WARMUP, type FollowedExperiment } from "./scenarios.ts";
import type { Upstream } from "./upstream.ts";

/** One answer, read by many at once. */
export async function measureFollowers(
  target: FollowedTarget,
  upstream: Upstream,
  say: (line: string) => void,
): Promise<FollowersResult> {
  const run = async (name: string, { upstream: scenario, followers, timeoutMs }: FollowedExperiment) => {
    await upstream.control(scenario);
    await upstream.hold();
    const chatId = uuidv7();
    const result = await runFollowers({
      askUrl: target.askUrl(chatId),
      followUrl: target.followUrl(chatId),
      body: requestBody(target, chatId),
      releaseUrl: upstream.releaseUrl,
      protocol: target.protocol,
      headers: target.headers,
      pids: target.pids,
      followers,
      tokens: scenario.tokens,
      tokensPerSecond: scenario.tokensPerSecond,
      timeoutMs,
    });
    say(`  ${name}: ${describe(result)}`);
    return result;
  };
  await run("warm-up", FOLLOWED_WARMUP);
  return run("followers", FOLLOWED);
}

function describe({
  complete,
  failed,
  failureSamples,
  cpuUsPerTokenAndFollower,
  lagMs,
  serverBusy,
  clientBusy,
}: FollowersResult): string {
  const failures = failed === 0 ? "" : `, ${failed} failed: ${failureSamples.join("; ")}`;
  const lag = `last of them ${lagMs.max?.toFixed(0)} ms after the first`;
  const busy = `server ${Math.round(serverBusy * 100)} % busy, client ${Math.round(clientBusy * 100)} %`;
  return `${complete} complete, ${cpuUsPerTokenAndFollower.toFixed(2)} µs a token and follower, ${lag}, ${busy}${failures}`;
}
