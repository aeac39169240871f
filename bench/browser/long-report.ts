import type { Frames } from "./frames.ts";
import type { Opened } from "./open-chat.ts";

export interface LongReport {
  /** ISO 8601. */
  at: string;
  machine: string;
  loadAverage: number;
  short: Opened;
  long: Opened;
  frames: { title: string; frames: Frames }[];
}

/** The figures of long chats and lists, as tables. */
export function toLongMarkdown({ at, machine, loadAverage, short, long, frames }: LongReport): string {
  return [
    `Measured ${at.slice(0, 16).replace("T", " ")} UTC with \`npm run bench:long\` on ${machine}, in headless Chromium without a graphics card; load average before it ${loadAverage.toFixed(1)}.`,
    "",
    "| opening a chat, median | of 10 messages | **of 5,000 messages** |",
    "| --- | ---: | ---: |",
    line("first byte of the page, ms", short.serverMs, long.serverMs),
    line("last message on the screen, ms", short.contentMs, long.contentMs),
    line("the page as sent, KiB", short.pageKb, long.pageKb),
    "",
    "| frames while | frames | p50, ms | p95, ms | worst, ms | over 34 ms | tasks over 50 ms |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...frames.map(
      ({ title, frames: { count, p50Ms, p95Ms, worstMs, lateShare, longTasks } }) =>
        `| ${title} | ${count} | ${format(p50Ms)} | ${format(p95Ms)} | ${format(worstMs)} | ${(lateShare * 100).toFixed(1)} % | ${longTasks} |`,
    ),
  ].join("\n");
}

const line = (title: string, ...values: (number | null)[]): string =>
  `| ${title} | ${values.map(format).join(" | ")} |`;

const format = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
