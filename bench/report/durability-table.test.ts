import { expect, test } from "vitest";
import type { LoadResult } from "../load/plan";
import type { Durability } from "../run/measure-durability";
import { DURABILITY_TABLE } from "./durability-table";
import { toTable } from "./table";

const load: LoadResult = {
  streams: 10,
  errors: 0,
  errorSamples: [],
  tokens: 1000,
  deltas: 1000,
  seconds: 1,
  tokensPerSecond: 1000,
  ttftMs: { p50: 1, p95: 2, p99: 3 },
  cpuMs: 80,
  databaseCpuMs: 20,
  cpuUsPerToken: 80,
  cpuMsPerStream: 8,
  rssMb: 100,
  clientCpuMs: 1,
};

const writing = (transactions: number): Durability => ({
  idle: load,
  bursts: load,
  alone: {
    load,
    writes: { transactions, rowsInserted: 4, rowsUpdated: 5, rowsDeleted: 1, logBytes: 2048 },
  },
  paced: { load, writes: null },
});

test("what the database wrote for an answer stands beside what it writes without the log", () => {
  const lines = toTable(DURABILITY_TABLE, { wye: writing(6), "wye-without-log": writing(4) }).split("\n");
  expect(lines).toContain("| transactions an answer of three seconds, one at a time | 6.0 | 4.0 | 1.50 |");
  expect(lines).toContain("| write-ahead log, KiB | 2.0 | 2.0 | 1.00 |");
  expect(lines).toContain("| transactions an answer of three seconds, 100 at a time | – | – | – |");
  expect(lines).toContain("| of it the database, µs | 20.0 | 20.0 | 1.00 |");
});
