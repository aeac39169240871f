import { expect, test } from "vitest";
import { summarise } from "./frames";
import { toLongMarkdown } from "./long-report";

test("a long chat stands beside a short one, and frames have a line each", () => {
  const opened = { serverMs: 20, contentMs: 123.45, pageKb: 30 };
  const table = toLongMarkdown({
    at: "2026-01-02T03:04:05.000Z",
    machine: "a machine",
    loadAverage: 0.2,
    short: opened,
    long: { ...opened, contentMs: 150 },
    frames: [{ title: "scrolling", frames: summarise({ deltasMs: [16, 16], longTasks: 0 }) }],
  });
  expect(table).toContain("| last message on the screen, ms | 123.5 | 150.0 |");
  expect(table).toContain("| scrolling | 2 | 16.0 | 16.0 | 16.0 | 0.0 % | 0 |");
});
