import { CHAT_TABLE } from "../report/chat-table.ts";
import { type Measured, measureChat } from "../run/measure-chat.ts";
import { startFloor } from "../targets/start-floor.ts";
import { startWye } from "../targets/start-wye.ts";
import type { Target } from "../targets/target.ts";
import type { Part } from "./part.ts";

export const CHAT_PART: Part<"proxy" | "stream-text" | "wye", Target, Measured> = {
  table: CHAT_TABLE,
  start: (name, upstreamUrl) => (name === "wye" ? startWye(upstreamUrl) : startFloor(name, upstreamUrl)),
  measure: measureChat,
  weigh: ({ paced }) => paced.cpuUsPerToken ?? Number.POSITIVE_INFINITY,
};
