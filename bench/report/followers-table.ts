import type { FollowersResult } from "../load/followers-plan.ts";
import { FOLLOWERS } from "../run/scenarios.ts";
import type { Table } from "./table.ts";

/** Followers of Wye, on the process that writes and on another, beside the floor's. */
export const FOLLOWERS_TABLE: Table<"fan-out" | "wye" | "wye-replica", FollowersResult> = {
  titles: {
    "fan-out": "route that only fans out",
    wye: "Wye",
    "wye-replica": "Wye on a second replica",
  },
  subject: "wye",
  ratios: [
    ["wye", "fan-out"],
    ["wye-replica", "fan-out"],
  ],
  rows: [
    { title: `followers of ${FOLLOWERS} with every character`, digits: 0, read: ({ complete }) => complete },
    { title: "failed", digits: 0, read: ({ failed }) => failed },
    { title: "CPU for one to come, ms", digits: 2, read: ({ joinCpuMs }) => joinCpuMs },
    {
      title: "CPU a token and follower, µs",
      digits: 2,
      read: ({ cpuUsPerTokenAndFollower }) => cpuUsPerTokenAndFollower,
    },
    {
      title: "of it the database, µs",
      digits: 2,
      read: ({ databaseCpuUsPerTokenAndFollower }) => databaseCpuUsPerTokenAndFollower,
    },
    { title: "pieces a follower got it in", digits: 0, read: ({ pieces }) => pieces },
    { title: "end, after the upstream's, of the first, ms", digits: 0, read: ({ behindMs }) => behindMs },
    { title: "end, after the first's, p50, ms", digits: 0, read: ({ lagMs }) => lagMs.p50 },
    { title: "the same, p95, ms", digits: 0, read: ({ lagMs }) => lagMs.p95 },
    { title: "the same, of the last, ms", digits: 0, read: ({ lagMs }) => lagMs.max },
    { title: "resident memory of the servers, at most, MiB", digits: 0, read: ({ rssMb }) => rssMb },
    { title: "the servers' core busy, %", digits: 0, read: ({ serverBusy }) => serverBusy * 100 },
    { title: "the client's core busy, %", digits: 0, read: ({ clientBusy }) => clientBusy * 100 },
  ],
};
