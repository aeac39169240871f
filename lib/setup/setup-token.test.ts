import fc from "fast-check";
import { expect, test } from "vitest";
import { isSetupToken, setupToken } from "./setup-token";

const text = fc.string({ minLength: 1 });

test("the token is the same each time, and right for its own nonce and secret only", () => {
  fc.assert(
    fc.property(text, text, text, (nonce, secret, other) => {
      const token = setupToken(nonce, secret);
      expect(token).toBe(setupToken(nonce, secret));
      expect(isSetupToken(token, nonce, secret)).toBe(true);
      if (other !== nonce) expect(isSetupToken(token, other, secret)).toBe(false);
    }),
  );
});

test("no other text is the token", () => {
  const token = setupToken("nonce", "secret");
  fc.assert(
    fc.property(fc.string(), (given) => isSetupToken(given, "nonce", "secret") === (given === token)),
  );
  expect(isSetupToken(`${token} `, "nonce", "secret")).toBe(false);
  expect(isSetupToken(token.slice(0, -1), "nonce", "secret")).toBe(false);
});

test("it can stand in an address as it is", () => {
  fc.assert(fc.property(text, text, (nonce, secret) => /^[\w-]{43}$/.test(setupToken(nonce, secret))));
});
