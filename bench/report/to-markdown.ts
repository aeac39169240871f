import type { Measured } from "../run/measure.ts";
import { CARRIED_TTFT_MS, PACED_STREAMS } from "../run/scenarios.ts";
import type { TargetName } from "../targets/target.ts";

export interface Report {
  /** ISO 8601. */
  at: string;
  machine: string;
  command: string;
  /** Load average of the machine before the run: what else was going on. */
  loadAverage: number;
  results: Partial<Record<TargetName, Measured>>;
}

const TITLES: Record<TargetName, string> = {
  proxy: "route that only proxies",
  "stream-text": "bare `streamText` route",
  wye: "**Wye**",
};

interface Row {
  title: string;
  digits: number;
  read: (measured: Measured) => number | null;
}

const ROWS: Row[] = [
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
];

function perToken(cpuMs: number, tokens: number): number | null {
  return tokens === 0 ? null : (cpuMs * 1000) / tokens;
}

/** The figures of a run, and Wye's as ratios of each floor's. */
export function toMarkdown({ at, machine, command, loadAverage, results }: Report): string {
  const entries = Object.entries(results) as [TargetName, Measured][];
  const heads = entries.map(([name]) => TITLES[name]);
  const { wye } = results;
  const floors = wye === undefined ? [] : entries.filter(([name]) => name !== "wye");
  const columns = ["", ...heads, ...floors.map(([name]) => `Wye : ${TITLES[name]}`)];
  const lines = ROWS.map(({ title, digits, read }) => [
    title,
    ...entries.map(([, measured]) => format(read(measured), digits)),
    ...floors.map(([, measured]) => ratio(wye && read(wye), read(measured))),
  ]);
  return [
    `Measured ${at.slice(0, 16).replace("T", " ")} UTC with \`${command}\` on ${machine}; load average before it ${loadAverage.toFixed(1)}.`,
    "",
    row(columns),
    row(columns.map((_, index) => (index === 0 ? "---" : "---:"))),
    ...lines.map(row),
  ].join("\n");
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function format(value: number | null, digits: number): string {
  return value === null ? "–" : value.toFixed(digits);
}

function ratio(a: number | null | undefined, b: number | null): string {
  return a === null || a === undefined || b === null || b === 0 ? "–" : (a / b).toFixed(2);
}
