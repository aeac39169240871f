import { DURABILITY_TABLE } from "../report/durability-table.ts";
import { type Durability, measureDurability } from "../run/measure-durability.ts";
import { startWye, type Wye } from "../targets/start-wye.ts";
import type { Part } from "./part.ts";

export const DURABILITY_PART: Part<"wye" | "wye-without-log", Wye, Durability> = {
  table: DURABILITY_TABLE,
  start: (name, upstreamUrl) => startWye(upstreamUrl, { WYE_RUN_LOG: name === "wye" ? "on" : "off" }),
  measure: measureDurability,
  weigh: ({ paced }) => paced.load.cpuUsPerToken ?? Number.POSITIVE_INFINITY,
};
