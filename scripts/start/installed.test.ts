import { describe, expect, it } from "vitest";
import { matchesLock } from "./installed.mjs";

const locked = {
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/a-windows": { version: "1.0.0", optional: true },
};

describe("matchesLock", () => {
  it("accepts an installation without another platform's optional packages", () => {
    expect(matchesLock(locked, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  });

  it("refuses another version, of an optional package too", () => {
    expect(matchesLock(locked, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
    const installed = {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/a-windows": { version: "2.0.0" },
    };
    expect(matchesLock(locked, installed)).toBe(false);
  });

  it("refuses one that lacks a package", () => {
    expect(matchesLock(locked, {})).toBe(false);
  });

  it("refuses one with a package that is not locked, which could hide a locked one", () => {
    const installed = {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/a/node_modules/b": { version: "1.0.0" },
    };
    expect(matchesLock(locked, installed)).toBe(false);
  });
});
