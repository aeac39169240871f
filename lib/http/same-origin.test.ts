import { describe, expect, test } from "vitest";
import { requireSameOrigin } from "./same-origin";

const own = "https://wye.example";
const post = (headers: Record<string, string>) => () =>
  requireSameOrigin(new Request("https://wye.example/api/chat", { method: "POST", headers }), own);

describe("a state change", () => {
  test("from a page of this site, or from a program, passes", () => {
    expect(post({ "sec-fetch-site": "same-origin", origin: own })).not.toThrow();
    expect(post({ origin: own })).not.toThrow();
    expect(post({})).not.toThrow();
  });

  test("from another site's page is refused", () => {
    expect(post({ "sec-fetch-site": "cross-site", origin: "https://evil.example" })).toThrow("forbidden");
    expect(post({ "sec-fetch-site": "same-site" })).toThrow("forbidden");
    expect(post({ origin: "https://evil.example" })).toThrow("forbidden");
    expect(post({ origin: "null" })).toThrow("forbidden");
  });
});
