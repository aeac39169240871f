import { expect, it } from "vitest";
import { ENV_VENDOR_IDS } from "@/lib/env";
import { VENDORS } from "@/lib/providers/registry";
import { VENDOR_IDS } from "@/scripts/cli/vendor-ids";

it("has every vendor that the environment and the command line name, and no other", () => {
  expect(Object.keys(VENDORS).sort()).toEqual([...ENV_VENDOR_IDS, "demo"].sort());
  expect([...VENDOR_IDS].sort()).toEqual(Object.keys(VENDORS).sort());
});
