import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAccessRule } from "@/tests/support/any-routing";
import { fromAccessDraft, toAccessDraft } from "./access-draft";

test("a rule that is opened and saved untouched stays the same", () => {
  fc.assert(
    fc.property(anyAccessRule, (rule) => {
      const unique = (list: readonly string[]) => [...new Set(list)];
      const allow = rule.allow && unique(rule.allow);
      expect(fromAccessDraft(toAccessDraft(rule))).toEqual({ ...rule, allow, deny: unique(rule.deny) });
    }),
  );
});
