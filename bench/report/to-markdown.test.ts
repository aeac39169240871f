import { expect, test } from "vitest";
import type { LoadResult } from "../load/plan";
import type { Measured } from "../run/measure";
import { toMarkdown } from "./to-markdown";

function load(cpuUsPerToken: number): LoadResult {
  return {
    streams: 10,
    errors: 0,
    errorSamples: [],
    tokens: 1000,
    deltas: 1000,
    seconds: 1,
    tokensPerSecond: 1000,
    ttftMs: { p50: 1, p95: 2, p99: 3 },
    cpuMs: cpuUsPerToken,
    databaseCpuMs: 0,
    cpuUsPerToken,
    cpuMsPerStream: 1,
    rssMb: 100,
    clientCpuMs: 1,
  };
}

function measured(cpuUsPerToken: number): Measured {
  const one = load(cpuUsPerToken);
  return { bursts: one, idle: one, paced: one, carriedStreams: 50, ladder: [], disconnects: 0 };
}

const base = { at: "2026-01-02T03:04:05.000Z", machine: "a machine", command: "a command", loadAverage: 0.2 };

test("Wye stands as a ratio of each floor", () => {
  const table = toMarkdown({ ...base, results: { "stream-text": measured(100), wye: measured(80) } });
  expect(table).toContain("| CPU a token in bursts, µs | 100.0 | 80.0 | 0.80 |");
  expect(table).toContain("Measured 2026-01-02 03:04 UTC with `a command` on a machine");
});

test("without Wye there are no ratios", () => {
  expect(toMarkdown({ ...base, results: { proxy: measured(10) } })).not.toContain("Wye");
});
