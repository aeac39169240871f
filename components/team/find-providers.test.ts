import { expect, test } from "vitest";
import { findProviders } from "./find-providers";
import type { ListedProvider } from "./listed-provider";

const VENDORS = [
  { id: "openai", name: "OpenAI", words: "OpenAI" },
  { id: "zhipu", name: "智谱 GLM", words: "Zhipu GLM 智谱 GLM" },
  { id: "xai", name: "xAI", words: "xAI" },
];

const provider = (vendor: string, name: string, more: Partial<ListedProvider> = {}): ListedProvider => ({
  ...{ id: name, scope: "team", vendor, name, baseUrl: null, source: "person", models: [], keys: [] },
  ...{ lastError: null, testedAt: null, shadowed: false, pausedKeys: 0, unpriced: 0, vendorName: vendor },
  ...{ problem: null, testedWhen: null, editable: true, takesKeys: true },
  ...more,
});
const key = (tone: "ok" | "warn") => ({
  ...{
    id: tone,
    hasKey: true,
    baseUrl: null,
    weight: 1,
    name: tone,
    share: null,
    lastFailure: null,
    health: [],
  },
  status: { tone, text: "" },
});
const PROVIDERS = [
  provider("openai", "openai", { keys: [key("ok")] }),
  provider("openai", "proxy", { baseUrl: "https://gate.example/v1", problem: "does not answer" }),
  provider("openai", "tired", { keys: [key("ok"), key("warn")] }),
];
const names = (query: string, state: Parameters<typeof findProviders>[2]["state"] = null) => {
  const { connected, missing } = findProviders(PROVIDERS, VENDORS, { query, state });
  return [...connected.map(({ name }) => name), ...missing.map(({ id }) => id)];
};

test("finds by every word, in any language, what is connected and what is not", () => {
  expect(names("")).toEqual(["openai", "proxy", "tired", "zhipu", "xai"]);
  expect(names("zhipu")).toEqual(["zhipu"]);
  expect(names("智谱")).toEqual(["zhipu"]);
  expect(names("GATE openai")).toEqual(["proxy"]);
  expect(names("openai nothing")).toEqual([]);
});

test("narrows to a state, and counts each whatever is chosen", () => {
  expect(names("", "connected")).toEqual(["openai", "proxy", "tired"]);
  expect(names("", "failing")).toEqual(["proxy", "tired"]);
  expect(names("", "missing")).toEqual(["zhipu", "xai"]);
  for (const state of [null, "failing", "missing"] as const)
    expect(findProviders(PROVIDERS, VENDORS, { query: "", state }).counts).toEqual({
      ...{ connected: 3, failing: 2, missing: 2 },
    });
  expect(findProviders(PROVIDERS, VENDORS, { query: "xai", state: null }).counts).toEqual({
    ...{ connected: 0, failing: 0, missing: 1 },
  });
});
