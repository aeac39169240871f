import type { RouterCatalogue } from "@/lib/router/candidate";
import { DEFAULT_POLICY, type RoutingPolicy } from "@/lib/router/policy/policy";
import type { CommonOptions } from "../leaf";
import { shippedCatalogue } from "./shipped-catalogue";

export interface RouteOptions extends CommonOptions {
  team?: string;
}

/** What questions are routed by: the team's models and policy where one is named, or acted in; else Wye's defaults, for
 *  which nothing is opened. */
export async function routerOf(
  options: RouteOptions,
  now: Date,
): Promise<{ policy: RoutingPolicy; catalogue: RouterCatalogue }> {
  if (options.team === undefined && options.as === undefined)
    return { policy: DEFAULT_POLICY, catalogue: shippedCatalogue(now) };
  const { readTeamRouter } = await import("./read-team-router");
  return readTeamRouter(options, now);
}
