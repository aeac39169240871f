import { framesTable, type TitledFrames } from "./frames-table.ts";
import type { Opened } from "./open-chat.ts";

export interface LongReport {
  /** ISO 8601. */
  at: string;
  machine: string;
  loadAverage: number;
  short: Opened;
  long: Opened;
  frames: TitledFrames[];
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
    ...framesTable(frames),
  ].join("\n");
}

const line = (title: string, ...values: (number | null)[]): string =>
  `| ${title} | ${values.map(format).join(" | ")} |`;

const format = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
