import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { AppError, type ErrorCode } from "@/lib/errors";
import { classifyError } from "@/lib/providers/classify-error";
import { guardedFetch } from "@/lib/providers/guarded-fetch";
import { vendorById } from "@/lib/providers/registry";
import type { Fault } from "../../support/upstream/script";
import { startUpstream, type Upstream, type WireName } from "../../support/upstream/start-upstream";
import { type Answer, ask, connect } from "./support";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterAll(() => upstream.close());
beforeEach(() => upstream.reset());

const WIRES: [vendorId: string, wire: WireName][] = [
  ["openai", "openai"],
  ["openai", "responses"],
  ["anthropic", "anthropic"],
  ["google", "gemini"],
  ["xai", "xai"],
  ["deepseek", "deepseek"],
];

const REFUSALS: [fault: Fault, code: ErrorCode, retryable: boolean][] = [
  ["unauthorized", "vendor_key_rejected", false],
  ["forbidden", "vendor_key_rejected", false],
  ["model_missing", "vendor_model_missing", false],
  ["rate_limit", "vendor_rate_limited", true],
  ["quota", "vendor_quota_exhausted", false],
  ["context_length", "context_too_long", false],
  ["content_filter", "vendor_content_filter", false],
  ["bad_request", "vendor_refused", false],
  ["server_error", "vendor_unavailable", true],
  ["overloaded", "vendor_unavailable", true],
];

function vendor(id: string) {
  const found = vendorById(id);
  if (!found) throw new Error(`no vendor ${id}`);
  return found;
}

/** The failure of a call, wherever it showed, and what had been said by then. */
async function fail(
  id: string,
  wire: WireName,
  fault: Fault,
): Promise<{ error: AppError | null; answer: Answer | null }> {
  upstream.script("m-1", { fault, text: "one two three four five six" });
  const call = { vendor: id, model: "m-1" };
  try {
    const answer = await ask(vendor(id), connect(upstream, wire), "m-1");
    return { error: answer.errors.length > 0 ? classifyError(answer.errors[0], call) : null, answer };
  } catch (error) {
    return { error: classifyError(error, call), answer: null };
  }
}

describe.each(WIRES)("%s over %s", (id, wire) => {
  it.each(REFUSALS)("knows %s as %s", async (fault, code, retryable) => {
    const { error } = await fail(id, wire, fault);
    expect(error).toMatchObject({
      code,
      retryable,
      params: { vendor: id, model: "m-1", status: expect.any(Number) },
    });
    expect(error?.retryAfterMs).toBe(fault === "rate_limit" ? 7000 : null);
    expect(upstream.calls).toHaveLength(1);
  });

  it("knows a socket cut in mid-stream", async () => {
    const { error } = await fail(id, wire, "cut");
    expect(error).toMatchObject({ code: "vendor_cut", retryable: true });
  });

  it("knows an error event in mid-stream", async () => {
    const { error } = await fail(id, wire, "error_event");
    expect(error).toMatchObject({ code: "vendor_unavailable", retryable: true });
  });

  it("knows a malformed stream", async () => {
    const { error } = await fail(id, wire, "malformed");
    expect(error).toMatchObject({ code: "vendor_malformed", retryable: true });
  });

  it("never takes a stream that ends early for a complete answer", async () => {
    const { error, answer } = await fail(id, wire, "end_early");
    if (error) expect(error.code).toBe("vendor_cut");
    else expect(["interrupted", "other"]).toContain(answer?.finish);
  });

  it("never takes an empty stream for a complete answer", async () => {
    const { error, answer } = await fail(id, wire, "empty");
    if (!error) expect(answer?.finish).not.toBe("stop");
  });

  it("gives up on a vendor that never answers", async () => {
    upstream.script("m-1", { fault: "timeout" });
    const connection = {
      ...connect(upstream, wire),
      fetch: guardedFetch({ allowedHosts: [upstream.host], firstByteTimeoutMs: 100 }),
    };
    const error = await ask(vendor(id), connection, "m-1").catch((thrown: unknown) =>
      classifyError(thrown, { vendor: id }),
    );
    expect(error).toMatchObject({ code: "vendor_timeout", retryable: true });
    await expect.poll(() => upstream.calls[0]?.disconnectedAt).toBeTypeOf("number");
  });

  it("knows an address where nothing listens, and one that is not allowed", async () => {
    const gone = await startUpstream();
    await gone.close();
    const unreachable = await ask(vendor(id), connect(gone, wire), "m-1").catch((thrown: unknown) =>
      classifyError(thrown, { vendor: id }),
    );
    expect(unreachable).toMatchObject({ code: "vendor_unreachable", retryable: true });
    const forbidden = await ask(
      vendor(id),
      { ...connect(upstream, wire), fetch: guardedFetch({ allowedHosts: [] }) },
      "m-1",
    ).catch((thrown: unknown) => classifyError(thrown, { vendor: id }));
    expect(forbidden).toMatchObject({ code: "private_address", retryable: false });
    expect(upstream.calls).toHaveLength(0);
  });
});

it("keeps nothing of what a vendor said, and nothing of the prompt", async () => {
  for (const [id, wire] of WIRES) {
    const { error } = await fail(id, wire, "unauthorized");
    if (!(error instanceof AppError)) throw new Error("no error");
    const kept = JSON.stringify([error.params, error.message, String(error.cause), Object.values(error)]);
    expect(kept).not.toMatch(/sk-secret|What is new|API key|x-api-key/i);
  }
});
