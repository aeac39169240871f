import { join } from "node:path";
import type { LoadPlan, LoadResult } from "../load/plan.ts";
import { startChild } from "./child.ts";
import { CLIENT_CORE } from "./cores.ts";
import { BENCH } from "./paths.ts";

/** Runs the load client once, in a process of its own. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const child = startChild(join(BENCH, "load/client.ts"), [JSON.stringify(plan)], { core: CLIENT_CORE });
  try {
    const result: LoadResult = JSON.parse(await child.line((line) => line.startsWith("{")));
    return result;
  } finally {
    await child.stop();
  }
}
