import type { LoadResult } from "../load/plan.ts";
import type { DatabaseWrites } from "../proc/database-writes.ts";
import type { Durability } from "../run/measure-durability.ts";
import { PACED_STREAMS } from "../run/scenarios.ts";
import { perToken } from "./per-token.ts";
import type { Row, Table } from "./table.ts";

const BYTES_PER_KIB = 1024;

/** Wye as it is, beside itself without its run log. */
export const DURABILITY_TABLE: Table<"wye" | "wye-without-log", Durability> = {
  titles: { wye: "Wye", "wye-without-log": "Wye without its log" },
  subject: "wye",
  ratios: [["wye", "wye-without-log"]],
  rows: [
    { title: "CPU a token in bursts, µs", digits: 1, read: ({ bursts }) => bursts.cpuUsPerToken },
    { title: "of it the database, µs", digits: 1, read: ({ bursts }) => databaseCpu(bursts) },
    {
      title: `CPU a token, ${PACED_STREAMS} paced streams, µs`,
      digits: 1,
      read: ({ paced }) => paced.load.cpuUsPerToken,
    },
    { title: "of it the database, µs", digits: 1, read: ({ paced }) => databaseCpu(paced.load) },
    { title: "added to the first token at rest, p50, ms", digits: 1, read: ({ idle }) => idle.ttftMs.p50 },
    { title: "the same, p95, ms", digits: 1, read: ({ idle }) => idle.ttftMs.p95 },
    {
      title: `first token, ${PACED_STREAMS} paced streams, p95, ms`,
      digits: 0,
      read: ({ paced }) => paced.load.ttftMs.p95,
    },
    ...writeRows("one at a time", ({ alone }) => alone.writes),
    ...writeRows(`${PACED_STREAMS} at a time`, ({ paced }) => paced.writes),
    {
      title: "failed streams",
      digits: 0,
      read: ({ bursts, idle, alone, paced }) =>
        bursts.errors + idle.errors + alone.load.errors + paced.load.errors,
    },
  ],
};

function databaseCpu({ databaseCpuMs, tokens }: LoadResult): number | null {
  return perToken(databaseCpuMs, tokens);
}

function writeRows(when: string, of: (figures: Durability) => DatabaseWrites | null): Row<Durability>[] {
  const read = (figure: (writes: DatabaseWrites) => number) => (figures: Durability) => {
    const writes = of(figures);
    return writes && figure(writes);
  };
  return [
    {
      title: `transactions an answer of three seconds, ${when}`,
      digits: 1,
      read: read(({ transactions }) => transactions),
    },
    { title: "rows inserted", digits: 1, read: read(({ rowsInserted }) => rowsInserted) },
    { title: "rows updated", digits: 1, read: read(({ rowsUpdated }) => rowsUpdated) },
    { title: "rows deleted", digits: 1, read: read(({ rowsDeleted }) => rowsDeleted) },
    { title: "write-ahead log, KiB", digits: 1, read: read(({ logBytes }) => logBytes / BYTES_PER_KIB) },
  ];
}
