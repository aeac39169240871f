import type { Measured } from "../run/measure-chat.ts";
import { CARRIED_TTFT_MS, PACED_STREAMS } from "../run/scenarios.ts";
import { perToken } from "./per-token.ts";
import type { Table } from "./table.ts";

/** Wye beside each floor. */
export const CHAT_TABLE: Table<"proxy" | "stream-text" | "wye", Measured> = {
  titles: { proxy: "route that only proxies", "stream-text": "bare `streamText` route", wye: "Wye" },
  subject: "wye",
  ratios: [
    ["wye", "proxy"],
    ["wye", "stream-text"],
  ],
  rows: [
    { title: "CPU a token in bursts, µs", digits: 1, read: ({ bursts }) => bursts.cpuUsPerToken },
    {
      title: "of it the database, µs",
      digits: 1,
      read: ({ bursts }) => perToken(bursts.databaseCpuMs, bursts.tokens),
    },
    { title: "CPU a stream of 200 tokens, ms", digits: 1, read: ({ bursts }) => bursts.cpuMsPerStream },
    {
      title: `CPU a token, ${PACED_STREAMS} paced streams, µs`,
      digits: 1,
      read: ({ paced }) => paced.cpuUsPerToken,
    },
    {
      title: "of it the database, µs",
      digits: 1,
      read: ({ paced }) => perToken(paced.databaseCpuMs, paced.tokens),
    },
    { title: "added to the first token at rest, p50, ms", digits: 1, read: ({ idle }) => idle.ttftMs.p50 },
    { title: "the same, p95, ms", digits: 1, read: ({ idle }) => idle.ttftMs.p95 },
    { title: "the same, p99, ms", digits: 1, read: ({ idle }) => idle.ttftMs.p99 },
    {
      title: `first token, ${PACED_STREAMS} paced streams, p95, ms`,
      digits: 0,
      read: ({ paced }) => paced.ttftMs.p95,
    },
    {
      title: `streams carried, first token under ${CARRIED_TTFT_MS} ms`,
      digits: 0,
      read: ({ carriedStreams }) => carriedStreams,
    },
    { title: "tokens a second in bursts", digits: 0, read: ({ bursts }) => bursts.tokensPerSecond },
    {
      title: `resident memory of the server, ${PACED_STREAMS} paced streams, MiB`,
      digits: 0,
      read: ({ paced }) => paced.rssMb,
    },
    {
      title: "failed streams",
      digits: 0,
      read: ({ bursts, idle, paced }) => bursts.errors + idle.errors + paced.errors,
    },
  ],
};
