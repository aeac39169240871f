import { join } from "node:path";
import type { FollowersPlan, FollowersResult } from "../load/followers-plan.ts";
import type { LoadPlan, LoadResult } from "../load/plan.ts";
import { startChild } from "./child.ts";
import { CLIENT_CORE } from "./cores.ts";
import { BENCH } from "./paths.ts";

/** Runs the load client once, in a process of its own. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const result: LoadResult = await runClient("client.ts", plan);
  return result;
}

/** The same of the followers' client. */
export async function runFollowers(plan: FollowersPlan): Promise<FollowersResult> {
  const result: FollowersResult = await runClient("followers.ts", plan);
  return result;
}

async function runClient(script: string, plan: object) {
  const child = startChild(join(BENCH, "load", script), [JSON.stringify(plan)], { core: CLIENT_CORE });
  try {
    return JSON.parse(await child.line((line) => line.startsWith("{")));
  } finally {
    await child.stop();
  }
}
