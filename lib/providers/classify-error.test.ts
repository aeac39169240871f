import { APICallError, JSONParseError, TypeValidationError } from "@ai-sdk/provider";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { classifyError } from "./classify-error";

const call = { vendor: "openai", model: "m" };

function refused(statusCode: number, responseBody: string, responseHeaders: Record<string, string> = {}) {
  const requestBodyValues = { messages: ["secret prompt"] };
  return new APICallError({
    message: "failed",
    url: "http://x",
    requestBodyValues,
    statusCode,
    responseBody,
    responseHeaders,
  });
}
const network = (code: string) =>
  new TypeError("fetch failed", { cause: Object.assign(new Error("secret host"), { code }) });

describe("classifyError", () => {
  it.each([
    [refused(401, "nope"), "vendor_key_rejected"],
    [refused(402, "{}"), "vendor_quota_exhausted"],
    [refused(403, "<html>"), "vendor_key_rejected"],
    [refused(403, '{"error":{"code":"model_not_found"}}'), "vendor_model_missing"],
    [refused(404, "not json"), "vendor_model_missing"],
    [
      refused(400, '{"error":{"message":"Model Not Exist","code":"invalid_request_error"}}'),
      "vendor_model_missing",
    ],
    [refused(400, '{"error":{"code":"1211","message":"模型不存在"}}'), "vendor_model_missing"],
    [refused(408, ""), "vendor_timeout"],
    [refused(413, ""), "context_too_long"],
    [refused(422, ""), "vendor_refused"],
    [refused(429, '{"error":{"code":"insufficient_quota"}}'), "vendor_quota_exhausted"],
    [refused(429, ""), "vendor_rate_limited"],
    [refused(502, "Bad gateway"), "vendor_unavailable"],
    [refused(504, ""), "vendor_timeout"],
    [refused(529, '{"type":"error","error":{"type":"overloaded_error"}}'), "vendor_unavailable"],
    [refused(500, '{"error":{"message":"context window service down"}}'), "vendor_unavailable"],
    [network("ECONNREFUSED"), "vendor_unreachable"],
    [network("ENOTFOUND"), "vendor_unreachable"],
    [network("CERT_HAS_EXPIRED"), "vendor_unreachable"],
    [network("ECONNRESET"), "vendor_cut"],
    [network("UND_ERR_SOCKET"), "vendor_cut"],
    [network("UND_ERR_HEADERS_TIMEOUT"), "vendor_timeout"],
    [network("ETIMEDOUT"), "vendor_timeout"],
    [new DOMException("late", "TimeoutError"), "vendor_timeout"],
    [new TypeError("terminated"), "vendor_cut"],
    [new JSONParseError({ text: "secret", cause: new SyntaxError("secret") }), "vendor_malformed"],
    [new TypeValidationError({ value: "secret", cause: new Error("secret") }), "vendor_malformed"],
    [{ message: "secret", type: "server_error", code: null }, "vendor_unavailable"],
    [{ type: "error", error: { type: "overloaded_error", message: "secret" } }, "vendor_unavailable"],
    [{ type: "rate_limit_error", message: "secret" }, "vendor_rate_limited"],
    [{ code: 429, status: "RESOURCE_EXHAUSTED" }, "vendor_rate_limited"],
    [{ error: { code: "context_length_exceeded", message: "secret" } }, "context_too_long"],
    [new RangeError("usage"), "vendor_malformed"],
    [undefined, "internal"],
  ])("knows %o", (error, code) => {
    const classified = classifyError(error, call);
    expect(classified.code).toBe(code);
    expect(JSON.stringify(classified.params)).not.toContain("secret");
    if (!(error instanceof RangeError)) expect(String(classified.cause)).not.toContain("secret");
  });

  it("tells how long to wait", () => {
    expect(classifyError(refused(429, "", { "retry-after": "3" }), call).retryAfterMs).toBe(3000);
    expect(classifyError(refused(401, "", { "retry-after": "3" }), call).retryAfterMs).toBeNull();
  });

  it("passes on what was already decided below, however it was wrapped", () => {
    const own = new AppError("private_address", { host: "10.0.0.1" });
    expect(
      classifyError(new Error("wrapped", { cause: new TypeError("fetch failed", { cause: own }) }), call),
    ).toBe(own);
  });

  it("classifies anything at all, cyclic causes included", () => {
    const cyclic: Record<string, unknown> = { message: "round" };
    cyclic.cause = cyclic;
    cyclic.error = cyclic;
    expect(classifyError(cyclic, call)).toBeInstanceOf(AppError);
    fc.assert(fc.property(fc.anything(), (thrown) => classifyError(thrown, call) instanceof AppError));
  });
});
