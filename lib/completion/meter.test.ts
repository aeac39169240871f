import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_BUCKETS } from "@/lib/pricing/buckets";
import { makeRate } from "@/lib/pricing/make-rate";
import { priceCall } from "@/lib/pricing/price-call";
import { meter } from "./meter";

const rateAt = (input: string, output: string) =>
  makeRate({
    vendor: "v",
    model: "m",
    currency: "CNY",
    perMillion: { input, output },
    validFrom: "2024-01-01",
    version: "test",
  });
const rate = rateAt("0.15", "0.6");
const terms = { startedAt: new Date(0), endedAt: new Date(1) };
const tokens = fc.nat({ max: 10_000_000 });

describe("metering a call", () => {
  test("a vendor's report is priced to the last digit", () => {
    fc.assert(
      fc.property(tokens, tokens, tokens, (input, output, reasoning) => {
        const usage = { ...EMPTY_BUCKETS, input, output, reasoning, requests: 1 };
        const metered = meter({ kind: "reported", usage, serviceTier: null }, rate, terms);
        expect(metered).toMatchObject({ status: "exact", usage, estimateMethod: null, currency: "CNY" });
        expect(metered.costPico).toBe(priceCall(usage, rate, { ...terms, serviceTier: null }));
      }),
    );
  });

  test("a call without a price is unpriced, never zero", () => {
    const metered = meter({ kind: "counted", input: 1, output: 2, reasoning: 3, method: "m" }, null, terms);
    expect(metered).toMatchObject({ status: "unpriced", costPico: null, currency: null });
  });

  test("what was counted here says so and how", () => {
    const metered = meter(
      { kind: "counted", input: 10, output: 5, reasoning: 0, method: "o200k_base" },
      rate,
      terms,
    );
    expect(metered).toMatchObject({ status: "estimated", estimateMethod: "o200k_base" });
  });

  test("a call that used what its rate has no price for is unpriced, whatever the rest costs", () => {
    const usage = { ...EMPTY_BUCKETS, input: 5, audioOutput: 7 };
    const evidence = { kind: "reported", usage, serviceTier: null } as const;
    expect(meter(evidence, rate, terms)).toMatchObject({
      status: "unpriced",
      costPico: null,
      currency: null,
    });
    const priority = {
      kind: "reported",
      usage: { ...EMPTY_BUCKETS, input: 5 },
      serviceTier: "priority",
    } as const;
    expect(meter(priority, rate, terms)).toMatchObject({ status: "unpriced", serviceTier: "priority" });
  });

  test("a refused call costs exactly nothing", () => {
    expect(meter({ kind: "nothing-billed" }, rate, terms)).toMatchObject({ status: "exact", costPico: 0n });
  });

  test("a free model is free even when its tokens were counted here", () => {
    const metered = meter(
      { kind: "counted", input: 9, output: 9, reasoning: 9, method: "m" },
      rateAt("0", "0"),
      terms,
    );
    expect(metered).toMatchObject({ status: "free", costPico: 0n, currency: "CNY" });
  });
});
