import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type LedgerRow, listLedger } from "@/db/queries/ledgers";
import type { Context } from "@/lib/context";
import type { ErrorCode } from "@/lib/errors";
import { addProvider } from "@/lib/providers/add-provider";
import { VENDORS, vendorById } from "@/lib/providers/registry";
import { answer } from "@/tests/integration/providers/gate-call";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { asInstance, newTeam } from "@/tests/support/team";
import { askOnlyOne, setTestSecrets } from "@/tests/support/test-environment";
import type { Fault, Script } from "@/tests/support/upstream/script";
import { startUpstream, type Upstream, type WireName } from "@/tests/support/upstream/start-upstream";
import { ask, connect } from "./support";

interface Row {
  vendor: string;
  wire: WireName;
  model: string;
  /** What this wire can tell beside the usual: what a script says, and the ledger's columns for it. */
  told?: { script: Partial<Script>; ledger: Partial<LedgerRow> };
}

const TIER = { script: { serviceTier: "priority" }, ledger: { serviceTier: "priority" } };
const AUDIO = {
  script: { extras: { audioInput: 21 }, serviceTier: "flex" },
  ledger: { audioInputTokens: 21, serviceTier: "flex" },
};
const WRITES = { script: { cacheWriteTokens: 8 }, ledger: { cacheWriteTokens: 8 } };

/** Every vendor that is reached over a network, over its own wire; no model is at two of them, or the one would answer
 *  where the other's circuit is open. */
const ROWS: readonly Row[] = [
  { vendor: "openai", wire: "responses", model: "gpt-5.2", told: TIER },
  { vendor: "openai", wire: "openai", model: "gpt-4o", told: AUDIO },
  {
    vendor: "anthropic",
    wire: "anthropic",
    model: "claude-sonnet-4-5",
    told: {
      script: { cacheWriteTokens: 8, extras: { cacheWrite1h: 5, webSearches: 2 }, serviceTier: "priority" },
      ledger: { cacheWriteTokens: 8, cacheWrite1hTokens: 5, webSearches: 2, serviceTier: "priority" },
    },
  },
  { vendor: "google", wire: "gemini", model: "gemini-2.5-flash", told: AUDIO },
  { vendor: "azure", wire: "azure", model: "gpt-5.1", told: TIER },
  { vendor: "azure", wire: "azure", model: "llama-3.3-70b" },
  { vendor: "deepseek", wire: "deepseek", model: "deepseek-v4-pro" },
  { vendor: "mistral", wire: "mistral", model: "magistral-medium" },
  { vendor: "moonshot", wire: "moonshot", model: "kimi-k2.6" },
  { vendor: "groq", wire: "groq", model: "openai/gpt-oss-120b" },
  { vendor: "xai", wire: "xai", model: "grok-4" },
  {
    vendor: "openrouter",
    wire: "openrouter",
    model: "meta-llama/llama-4",
    told: {
      script: { cacheWriteTokens: 8, extras: { webSearches: 3 } },
      ledger: { cacheWriteTokens: 8, webSearches: 3 },
    },
  },
  { vendor: "alibaba", wire: "alibaba", model: "qwen3-max", told: WRITES },
  { vendor: "zhipu", wire: "zhipu", model: "glm-4.6" },
  { vendor: "doubao", wire: "doubao", model: "doubao-pro-32k" },
  { vendor: "ernie", wire: "ernie", model: "ernie-4.0-8k" },
  { vendor: "hunyuan", wire: "hunyuan", model: "hunyuan-pro" },
  { vendor: "spark", wire: "spark", model: "4.0Ultra" },
  { vendor: "meta", wire: "openai", model: "llama-4-scout" },
  { vendor: "baichuan", wire: "openai", model: "Baichuan4" },
  { vendor: "yi", wire: "openai", model: "yi-large" },
  { vendor: "pangu", wire: "openai", model: "pangu-pro" },
  { vendor: "ollama", wire: "ollama", model: "qwen3:8b" },
  { vendor: "lmstudio", wire: "openai", model: "gemma-3" },
  { vendor: "openai-compatible", wire: "openai", model: "house-model" },
];

const REFUSALS: readonly [fault: Fault, code: ErrorCode, outcomeBilled: boolean][] = [
  ["unauthorized", "vendor_key_rejected", false],
  ["forbidden", "vendor_key_rejected", false],
  ["model_missing", "vendor_model_missing", false],
  ["quota", "vendor_quota_exhausted", false],
  ["rate_limit", "vendor_rate_limited", false],
  ["context_length", "context_too_long", false],
  ["content_filter", "vendor_content_filter", false],
  ["bad_request", "vendor_refused", false],
  ["server_error", "vendor_unavailable", false],
  ["overloaded", "vendor_unavailable", false],
  ["error_event", "vendor_unavailable", true],
  ["malformed", "vendor_malformed", true],
  ["cut", "vendor_cut", true],
  ["end_early", "vendor_cut", true],
];

let database: FreshDatabase;
let upstream: Upstream;
let member: Context;
beforeAll(async () => {
  setTestSecrets();
  askOnlyOne();
  [database, upstream] = await Promise.all([freshDatabase(), startUpstream()]);
  member = await (await newTeam(database.db)).as("member");
  for (const [index, { vendor, wire, model }] of ROWS.entries()) {
    upstream.setModels([model]);
    const baseUrl = upstream.baseUrl(wire);
    const apiKey = "sk-good-0123456789";
    await addProvider(asInstance(database.db), {
      ...{ scope: "instance", vendor, name: `p${index}`, baseUrl },
      ...(vendorById(vendor)?.key !== "none" && { apiKey }),
    });
  }
}, 60_000);
beforeEach(() => upstream.reset());
afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
});

async function lastRow(): Promise<LedgerRow> {
  const [row] = await listLedger(database.db, { teamId: member.actor.teamId }, 1);
  if (!row) throw new Error("no row");
  return row;
}

it("leaves no vendor out", () => {
  const named = new Set(ROWS.map(({ vendor }) => vendor));
  expect(Object.keys(VENDORS).filter((id) => !named.has(id))).toEqual(["demo"]);
});

describe.each(ROWS.map((row, index) => ({ ...row, name: `p${index}/${row.model}` })))(
  "$vendor over $wire: $model",
  ({ vendor, wire, model, name, told }) => {
    it("has its usage in the ledger, each token in one bucket", async () => {
      upstream.script(model, {
        text: "Two words here",
        reasoning: "I think so.",
        ...{ inputTokens: 100, cacheReadTokens: 40, outputTokens: 30, reasoningTokens: 12 },
        ...told?.script,
      });
      const result = await answer(member, name);
      expect(result).toMatchObject({ outcome: "complete", finishReason: "stop", error: null });
      expect(await lastRow()).toMatchObject({
        ...{ vendor, model, outcome: "complete", serviceTier: null },
        ...{ inputTokens: 100, cacheReadTokens: 40, cacheWriteTokens: 0, cacheWrite1hTokens: 0 },
        ...{ outputTokens: 30, reasoningTokens: 12, audioInputTokens: 0, audioOutputTokens: 0 },
        ...{ imageInputTokens: 0, imageOutputTokens: 0, webSearches: 0, requests: 1 },
        ...told?.ledger,
        credentialId: expect.any(String),
      });
    });

    it("gives thoughts and text apart, and a call of a tool as it was made", async () => {
      const input = JSON.stringify({ city: "杭州", "days ahead": [1, 2] });
      upstream.script(model, {
        ...{ text: "Let me look.", reasoning: "I need the weather." },
        toolCall: { name: "weather", input },
      });
      const found = vendorById(vendor);
      if (!found) throw new Error(`no vendor ${vendor}`);
      const tool = { type: "function", name: "weather", inputSchema: { type: "object" } } as const;
      const given = await ask(found, connect(upstream, wire), model, { tools: [tool], maxOutputTokens: 500 });
      expect(given).toMatchObject({
        ...{ text: "Let me look.", reasoning: "I need the weather.", order: ["reasoning", "text"] },
        ...{ finish: "tool-calls", errors: [], toolCalls: [{ toolName: "weather" }] },
      });
      expect(JSON.parse(given.toolCalls[0]?.input ?? "")).toEqual(JSON.parse(input));
    });

    it.each(REFUSALS)("knows %s as %s", async (fault, code, isBilled) => {
      upstream.script(model, { fault, text: "one two three four five six" });
      const { outcome, error } = await answer(member, name);
      expect({ outcome, code: error?.code }).toEqual({ outcome: "failed", code });
      const row = await lastRow();
      expect(row).toMatchObject({ errorCode: code, requests: isBilled ? 1 : 0 });
      expect(upstream.calls).toHaveLength(1);
    });
  },
);
