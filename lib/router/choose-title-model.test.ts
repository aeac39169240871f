import { describe, expect, test } from "vitest";
import { makeRate } from "@/lib/pricing/make-rate";
import { chooseTitleModel, type TitleCandidate } from "./choose-title-model";

const candidate = (name: string, input: string | null, quick = true, currency = "USD"): TitleCandidate => {
  const [provider = "", model = ""] = name.split("/");
  const rate =
    input === null
      ? null
      : makeRate({
          vendor: provider,
          model,
          currency,
          perMillion: { input, output: input },
          validFrom: "2024-01-01",
          version: "test",
        });
  return { provider, model, quick, rate };
};
const big = { provider: "a", model: "big" };

describe("the model that writes a title", () => {
  test("is the cheapest quick one of the same provider", () => {
    const candidates = [candidate("a/big", "10"), candidate("a/small", "1"), candidate("b/free", "0")];
    expect(chooseTitleModel(big, candidates)).toEqual({ provider: "a", model: "small" });
  });

  test("is never one that must reason first", () => {
    expect(chooseTitleModel(big, [candidate("a/big", "10"), candidate("a/thinker", "1", false)])).toEqual(
      big,
    );
  });

  test("is the answering model when prices are unknown or in another currency", () => {
    expect(chooseTitleModel(big, [candidate("a/big", null), candidate("a/small", "1")])).toEqual(big);
    expect(chooseTitleModel(big, [candidate("a/big", "10"), candidate("a/x", "1", true, "CNY")])).toEqual(
      big,
    );
  });
});
