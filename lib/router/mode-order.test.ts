import fc from "fast-check";
import { expect, test } from "vitest";
import { anyCatalogue, anyPolicy } from "@/tests/support/any-routing";
import { AT } from "@/tests/support/routing";
import { MODES } from "./choice";
import { modeOrder } from "./mode-order";
import { nameOf } from "./model-name";
import { planOf } from "./plan";
import { route } from "./route";

test("the first is who answers a question of which nothing is known, where cost counts for nothing", () => {
  fc.assert(
    fc.property(anyCatalogue, anyPolicy, fc.constantFrom(...MODES), (catalogue, stated, mode) => {
      const policy = { ...stated, quality: 1, ceiling: null, rules: [] };
      const order = modeOrder(planOf(catalogue, policy), mode).map(nameOf);
      expect(new Set(order).size).toBe(order.length);
      fc.pre(order.length > 0);
      const request = {
        ...{ choice: { kind: "mode" as const, mode }, question: "", history: [], promptTokens: 1 },
        ...{ attachments: 0, images: 0, groupIds: [], before: null, standIn: false },
      };
      expect(order[0]).toBe(nameOf(route(request, policy, catalogue, new Map(), { left: null }, AT)));
    }),
  );
});
