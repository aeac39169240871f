import fc from "fast-check";
import { expect, test } from "vitest";
import { toFailure } from "./failure";

test("reads the error chunk of a stream", () => {
  const text = JSON.stringify({ code: "vendor_timeout", params: { vendor: "OpenAI" } });
  expect(toFailure(new Error(text))).toEqual({
    kind: "error",
    error: { code: "vendor_timeout", params: { vendor: "OpenAI" } },
  });
});

test("keeps the model that could have answered in the place of one that was named", () => {
  const error = { code: "vendor_timeout", params: {}, alternative: "openai/gpt-4o-mini" };
  expect(toFailure(new Error(JSON.stringify(error)))).toEqual({ kind: "error", error });
});

test("reads the body of a refused request", () => {
  const text = JSON.stringify({ error: { code: "no_model", params: {}, message: "…" } });
  expect(toFailure(new Error(text))).toEqual({ kind: "error", error: { code: "no_model", params: {} } });
});

test("a request that never reached the server is told apart", () => {
  expect(toFailure(new TypeError("Failed to fetch"))).toEqual({ kind: "offline" });
});

test("an unknown code or a page of HTML is an internal error, never shown as it came", () => {
  for (const text of ['{"code":"__proto__"}', "<html>502</html>", "", "null", '{"error":null}']) {
    expect(toFailure(new Error(text))).toEqual({ kind: "error", error: { code: "internal", params: {} } });
  }
});

test("any text gives a failure", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => toFailure(new Error(text)).kind === "error"),
  );
});
