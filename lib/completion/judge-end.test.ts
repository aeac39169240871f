import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { judgeEnd } from "./judge-end";
import { Interrupted, Stopped } from "./stop-reason";
import type { Streamed } from "./stream-model";

const who = { vendor: "v", model: "v/m" };
const live = new AbortController().signal;
const usage = (total: number | undefined): NonNullable<Streamed["usage"]> => ({
  inputTokens: { total, noCache: total, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total, text: total, reasoning: undefined },
});
const streamed = (change: Partial<Streamed>): Streamed => ({
  text: "a",
  reasoning: "",
  usage: usage(1),
  finishReason: "stop",
  firstTokenAt: 1,
  sent: true,
  accepted: true,
  failure: null,
  ...change,
});

describe("how a stream ended", () => {
  test("with a finish: complete, even if Stop came a moment too late", () => {
    expect(judgeEnd(streamed({}), live, null, who)).toEqual({ outcome: "complete", error: null });
    expect(judgeEnd(streamed({}), AbortSignal.abort(new Stopped()), null, who).outcome).toBe("complete");
  });

  test("aborted by a person: stopped; by the server going down: interrupted", () => {
    const cut = streamed({ usage: null, finishReason: null, failure: new Error("aborted") });
    expect(judgeEnd(cut, AbortSignal.abort(new Stopped()), null, who).outcome).toBe("stopped");
    expect(judgeEnd(cut, AbortSignal.abort(new Interrupted()), null, who).outcome).toBe("interrupted");
  });

  test("silent for too long: a timeout, whatever the aborted stream threw", () => {
    const timeout = new AppError("vendor_timeout");
    const cut = streamed({ usage: null, finishReason: null, failure: new Error("aborted") });
    expect(judgeEnd(cut, live, timeout, who)).toEqual({ outcome: "failed", error: timeout });
  });

  test("without a finish of the vendor's own: cut, not complete", () => {
    for (const end of [
      { usage: null, finishReason: null },
      { usage: usage(undefined), finishReason: "other" },
      { usage: usage(undefined), finishReason: "interrupted" },
    ]) {
      const { outcome, error } = judgeEnd(streamed(end), live, null, who);
      expect(outcome).toBe("failed");
      expect(error?.code).toBe("vendor_cut");
    }
  });

  test("by the vendor's filter: failed, and the vendor's report still counts", () => {
    const { outcome, error } = judgeEnd(streamed({ finishReason: "content-filter" }), live, null, who);
    expect(outcome).toBe("failed");
    expect(error?.code).toBe("vendor_content_filter");
  });

  test("a finish without usage is still complete: some hosts never send usage", () => {
    const quiet = streamed({ usage: usage(undefined), finishReason: "stop" });
    expect(judgeEnd(quiet, live, null, who).outcome).toBe("complete");
  });
});
