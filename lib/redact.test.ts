import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "@/lib/redact";

const SECRET = "correct-horse-battery";

function written(value: unknown): string {
  return JSON.stringify(redact(value));
}

describe("redact", () => {
  it("hides a secret at any depth, however its key is spelt", () => {
    const key = fc.constantFrom(
      "apiKey",
      "api_key",
      "X-API-Key",
      "Authorization",
      "set-cookie",
      "prompt",
      "text",
    );
    fc.assert(
      fc.property(key, fc.array(fc.constantFrom("a", "b"), { maxLength: 8 }), (name, path) => {
        const nested = path.reduce<object>((inner, step) => ({ [step]: [inner] }), { [name]: SECRET });
        expect(written(nested)).not.toContain(SECRET);
      }),
    );
  });

  it("keeps what is no secret", () => {
    expect(redact({ callId: "1", costPico: 12n, at: new Date(0) })).toEqual({
      callId: "1",
      costPico: "12",
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  it("hides a vendor's reply in an SDK's error, in its message, its stack and its fields", () => {
    const error = Object.assign(new Error(SECRET), { name: "AI_APICallError", responseBody: SECRET });
    expect(written({ err: error })).not.toContain(SECRET);
    expect(written({ err: new Error("outer", { cause: error }) })).not.toContain(SECRET);
  });

  it("hides the parameters of a failed query and keeps why it failed", () => {
    const cause = Object.assign(new Error("duplicate key"), { code: "23505" });
    const error = new Error(`Failed query: insert into message\nparams: ${SECRET}`, { cause });
    expect(written({ err: error })).not.toContain(SECRET);
    expect(redact(error)).toMatchObject({ cause: { message: "duplicate key", code: "23505" } });
  });

  it("comes to an end on what contains itself", () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    expect(written(loop)).toContain("[deeper]");
  });
});
