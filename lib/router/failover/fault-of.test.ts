import { expect, test } from "vitest";
import type { ErrorCode } from "@/lib/errors";
import { faultOf } from "./fault-of";

test.each<[ErrorCode, number | undefined, string]>([
  ["vendor_content_filter", undefined, "asker"],
  ["vendor_refused", 400, "asker"],
  ["vendor_refused", 422, "asker"],
  ["vendor_refused", 405, "model"],
  ["vendor_refused", 410, "model"],
  ["context_too_long", 400, "room"],
  ["vendor_rate_limited", 429, "busy"],
  ["internal", undefined, "ill"],
  ["forbidden", undefined, "asker"],
])("%s with status %s is %s", (code, status, fault) => {
  expect(faultOf({ code, params: status === undefined ? {} : { status } })).toBe(fault);
});
