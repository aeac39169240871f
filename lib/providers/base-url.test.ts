import { describe, expect, it } from "vitest";
import { hostOf, normalizeBaseUrl } from "./base-url";

describe("a base URL", () => {
  it.each([
    ["openai", " https://api.example.com/v1/ ", "https://api.example.com/v1"],
    ["openai", "https://api.example.com/v1?a=b#c", "https://api.example.com/v1"],
    ["openai-compatible", "http://10.0.0.5:8000", "http://10.0.0.5:8000"],
    ["ollama", "http://10.0.0.5:11434", "http://10.0.0.5:11434/v1"],
    ["ollama", "http://10.0.0.5:11434/v1", "http://10.0.0.5:11434/v1"],
    ["lmstudio", "http://nas:1234/", "http://nas:1234/v1"],
    ["lmstudio", "https://house.example/models/v1", "https://house.example/models/v1"],
  ])("of %s, given as %s, is kept as %s", (vendor, given, kept) => {
    expect(normalizeBaseUrl(given, vendor)).toBe(kept);
  });

  it.each(["", "api.example.com/v1", "ftp://example.com", "https://me:secret@example.com"])(
    "that is %s is refused",
    (given) => {
      expect(() => normalizeBaseUrl(given, "openai")).toThrow(
        expect.objectContaining({ code: "invalid_input" }),
      );
    },
  );

  it("names its host with the port, said or implied", () => {
    expect(["http://nas/v1", "https://nas/v1", "http://nas:1234/v1"].map(hostOf)).toEqual([
      ...["nas:80", "nas:443", "nas:1234"],
    ]);
  });
});
