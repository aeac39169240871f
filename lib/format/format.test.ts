import { expect, test } from "vitest";
import { formatDateTime } from "./date-time";
import { dayGroup } from "./day-group";
import { formatDuration } from "./duration";
import { formatPartialDay } from "./partial-day";
import { formatRelativeTime } from "./relative-time";
import { formatContextLength, formatTokens } from "./tokens";

const now = Date.parse("2026-03-10T12:00:00Z");

test("durations grow coarser as they grow longer", () => {
  expect([420, 3_240, 42_300, 65_000].map((ms) => formatDuration(ms, "en"))).toEqual([
    "420ms",
    "3.2s",
    "42s",
    "1m 5s",
  ]);
  expect([420, 3_240, 65_000].map((ms) => formatDuration(ms, "zh-CN"))).toEqual([
    "420ms",
    "3.2秒",
    "1分钟5秒",
  ]);
});

test("token counts are written in full, context lengths in thousands and millions", () => {
  expect(formatTokens(12_345, "en")).toBe("12,345");
  expect([128_000, 1_000_000, 8_192].map(formatContextLength)).toEqual(["128K", "1M", "8.2K"]);
});

test("an instant falls on the day of the reader's time zone", () => {
  expect(dayGroup("2026-03-10T00:30:00Z", now, "UTC")).toBe("today");
  expect(dayGroup("2026-03-10T00:30:00Z", now, "America/New_York")).toBe("yesterday");
  expect(dayGroup("2026-03-03T12:00:00Z", now, "UTC")).toBe("lastSevenDays");
  expect(dayGroup("2026-03-02T12:00:00Z", now, "UTC")).toBe("older");
});

test("a clock ahead of the server's still says today", () => {
  expect(dayGroup("2026-03-11T02:00:00Z", now, "UTC")).toBe("today");
});

test("relative time is in words where the language has them", () => {
  expect(formatRelativeTime("2026-03-10T11:55:00Z", now, "en")).toBe("5 minutes ago");
  expect(formatRelativeTime("2026-03-09T11:00:00Z", now, "en")).toBe("yesterday");
  expect(formatRelativeTime("2026-03-10T11:59:59Z", now, "zh-CN")).toBe("现在");
});

test("of a day only what is known is shown", () => {
  const shown = (text: string) => [formatPartialDay(text, "en"), formatPartialDay(text, "zh-CN")];
  expect(shown("2024")).toEqual(["2024", "2024年"]);
  expect(shown("2024-10")).toEqual(["October 2024", "2024年10月"]);
  expect(shown("2024-10-01")).toEqual(["October 1, 2024", "2024年10月1日"]);
});

test("a date carries the reader's time zone", () => {
  expect(formatDateTime("2026-03-10T23:30:00Z", "en", "Asia/Shanghai")).toMatch(/3\/11\/26.*7:30/);
});
