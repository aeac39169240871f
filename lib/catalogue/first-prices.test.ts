import { describe, expect, it } from "vitest";
import { picoToDecimal } from "@/lib/money/pico-to-decimal";
import { EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { isFree } from "@/lib/pricing/is-free";
import { priceCall } from "@/lib/pricing/price-call";
import { SHIPPED_RATES, shippedRate } from "./shipped-prices";

type Listed = readonly [
  vendor: string,
  nameInTheList: string,
  currency: string,
  input: string,
  output: string,
  vendorsOwnIds: readonly string[],
];

/** The price list of 2024-06-20, row by row, per million tokens. */
const LISTED: readonly Listed[] = [
  ["deepseek", "deepseek-chat", "CNY", "1", "2", ["deepseek-chat"]],
  ["deepseek", "deepseek-coder", "CNY", "1", "2", ["deepseek-coder"]],
  ["zhipu", "GLM-4-Flash", "CNY", "0.1", "0.1", ["glm-4-flash"]],
  ["zhipu", "GLM-4-Air", "CNY", "1", "1", ["glm-4-air"]],
  ["zhipu", "GLM-4-AirX", "CNY", "10", "10", ["glm-4-airx"]],
  ["zhipu", "GLM-4V", "CNY", "50", "50", ["glm-4v"]],
  ["zhipu", "GLM-4-0520", "CNY", "100", "100", ["glm-4-0520"]],
  ["hunyuan", "hunyuan-lite", "CNY", "0", "0", ["hunyuan-lite"]],
  ["hunyuan", "hunyuan-standard", "CNY", "4.5", "5", ["hunyuan-standard"]],
  ["hunyuan", "hunyuan-standard-256k", "CNY", "15", "60", ["hunyuan-standard-256k"]],
  ["hunyuan", "hunyuan-pro", "CNY", "30", "100", ["hunyuan-pro"]],
  ["alibaba", "qwen-long", "CNY", "0.5", "2", ["qwen-long"]],
  ["alibaba", "qwen-turbo", "CNY", "2", "6", ["qwen-turbo"]],
  ["alibaba", "qwen-plus", "CNY", "4", "12", ["qwen-plus"]],
  ["alibaba", "qwen-max", "CNY", "40", "120", ["qwen-max"]],
  ["doubao", "Doubao-pro-4k", "CNY", "0.8", "2", ["doubao-pro-4k"]],
  ["doubao", "Doubao-pro-32k", "CNY", "0.8", "2", ["doubao-pro-32k"]],
  ["doubao", "Doubao-pro-128k", "CNY", "5", "9", ["doubao-pro-128k"]],
  ["moonshot", "moonshot-v1-8k", "CNY", "12", "12", ["moonshot-v1-8k"]],
  ["moonshot", "moonshot-v1-32k", "CNY", "24", "24", ["moonshot-v1-32k"]],
  ["moonshot", "moonshot-v1-128k", "CNY", "60", "60", ["moonshot-v1-128k"]],
  ["ernie", "ERNIE-Speed", "CNY", "0", "0", ["ernie-speed-8k", "ernie-speed-128k"]],
  ["ernie", "ERNIE-Lite", "CNY", "0", "0", ["ernie-lite-8k", "ernie-lite-128k"]],
  ["ernie", "ERNIE-3.5", "CNY", "12", "12", ["ernie-3.5-8k"]],
  ["ernie", "ERNIE-4.0", "CNY", "120", "120", ["ernie-4.0-8k"]],
  ["yi", "yi-spark", "CNY", "1", "1", ["yi-spark"]],
  ["yi", "yi-medium", "CNY", "2.5", "2.5", ["yi-medium"]],
  ["yi", "yi-large", "CNY", "20", "20", ["yi-large"]],
  ["openai", "gpt-3.5-turbo-0125", "USD", "0.5", "1.5", ["gpt-3.5-turbo-0125", "gpt-3.5-turbo"]],
  ["openai", "gpt-4o", "USD", "5", "15", ["gpt-4o"]],
  ["openai", "gpt-4-turbo", "USD", "10", "30", ["gpt-4-turbo", "gpt-4-turbo-2024-04-09"]],
  ["openai", "gpt-4", "USD", "30", "60", ["gpt-4", "gpt-4-0613"]],
  ["google", "Gemini 1.5 Pro", "USD", "3.5", "10.5", ["gemini-1.5-pro", "gemini-1.5-pro-001"]],
  ["google", "Gemini 1.0 Pro", "USD", "0.5", "1.5", ["gemini-1.0-pro"]],
  ["anthropic", "Claude 3 Haiku", "USD", "0.25", "1.25", ["claude-3-haiku-20240307"]],
  ["anthropic", "Claude 3 Sonnet", "USD", "3", "15", ["claude-3-sonnet-20240229"]],
  ["anthropic", "Claude 3 Opus", "USD", "15", "75", ["claude-3-opus-20240229"]],
];
const DAY = new Date("2024-06-20T00:00:00Z");
const BEFORE = new Date(DAY.getTime() - 1);

describe("the price list of 2024-06-20", () => {
  it.each(LISTED)("%s's %s costs %s %s for input and %s for output", (vendor, name, ...row) => {
    const [currency, input, output, ids] = row;
    for (const model of [name, ...ids]) {
      const rate = shippedRate(vendor, model, DAY);
      if (!rate) throw new Error(`${model} has no price`);
      const costs = (usage: Partial<TokenBuckets>) => {
        const terms = { startedAt: DAY, endedAt: DAY, serviceTier: null };
        const pico = priceCall({ ...EMPTY_BUCKETS, ...usage }, rate, terms);
        return pico === null ? "unpriced" : picoToDecimal(pico);
      };
      expect(rate.currency, model).toBe(currency);
      expect([costs({ input: 1_000_000 }), costs({ output: 1_000_000 })], model).toEqual([input, output]);
      expect(isFree(rate), model).toBe(input === "0");
      expect(rate.version, model).toBe("price survey of 2024-06-20, 2024-06-20");
      expect(shippedRate(vendor, model, BEFORE), model).toBeNull();
    }
  });

  it("has these rows and no others", () => {
    const shipped = SHIPPED_RATES.filter(({ version }) => version.startsWith("price survey"));
    const found = LISTED.map(([vendor, name]) => shippedRate(vendor, name, DAY));
    expect(new Set(found)).toEqual(new Set(shipped));
    expect(new Set(found).size).toBe(37);
  });
});
