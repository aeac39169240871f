import type { FollowersResult } from "../load/followers-plan.ts";
import { FOLLOWERS_TABLE } from "../report/followers-table.ts";
import { measureFollowers } from "../run/measure-followers.ts";
import { startFanOut } from "../targets/start-fan-out.ts";
import { startWye } from "../targets/start-wye.ts";
import { startWyeReplica } from "../targets/start-wye-replica.ts";
import type { FollowedTarget } from "../targets/target.ts";
import type { Part } from "./part.ts";

const START = { "fan-out": startFanOut, wye: startWye, "wye-replica": startWyeReplica };

export const FOLLOWERS_PART: Part<keyof typeof START, FollowedTarget, FollowersResult> = {
  table: FOLLOWERS_TABLE,
  start: (name, upstreamUrl) => START[name](upstreamUrl),
  measure: measureFollowers,
  weigh: ({ cpuUsPerTokenAndFollower }) => cpuUsPerTokenAndFollower,
};
