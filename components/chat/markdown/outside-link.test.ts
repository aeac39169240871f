import { expect, test } from "vitest";
import { outsideUrl } from "./outside-link";

test("only addresses of the web and of mail can be followed", () => {
  expect(outsideUrl("https://example.com/a?b=c")).toBe("https://example.com/a?b=c");
  expect(outsideUrl("mailto:a@example.com")).toBe("mailto:a@example.com");
  for (const bad of [
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/admin",
    "#x",
    "",
    undefined,
  ]) {
    expect(outsideUrl(bad)).toBeNull();
  }
});
