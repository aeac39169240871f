import { expect, it } from "vitest";
import { beginOf } from "./period";

it("a period begins so many days before the hour that is", () => {
  expect(beginOf("30", new Date("2026-03-31T10:59:59.999Z"))).toEqual(new Date("2026-03-01T10:00:00Z"));
  expect(beginOf("7", new Date("2026-03-08T00:00:00Z"))).toEqual(new Date("2026-03-01T00:00:00Z"));
  expect(beginOf("all", new Date())).toBeNull();
});
