import fc from "fast-check";
import { expect, test } from "vitest";
import { hashPassword } from "./hash-password";
import { verifyPassword } from "./verify-password";

test("a password verifies against its own hash and no other does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1 }), fc.string(), async (password, other) => {
      const stored = await hashPassword(password);
      expect(await verifyPassword(password, stored)).toBe(true);
      expect(await verifyPassword(other, stored)).toBe(
        other.normalize("NFKC") === password.normalize("NFKC"),
      );
    }),
    { numRuns: 8 },
  );
});

test("two hashes of one password differ", async () => {
  expect(await hashPassword("correct horse")).not.toBe(await hashPassword("correct horse"));
});

test("the same password composed differently is the same password", async () => {
  expect(await verifyPassword("e\u0301te\u0301 2026", await hashPassword("\u00e9t\u00e9 2026"))).toBe(true);
});

test.each([null, "", "plain", "scrypt:32768:8:1:AAAA:", "bcrypt:32768:8:1:AAAA:AAAA"])(
  "nothing verifies against %j",
  async (stored) => {
    expect(await verifyPassword("", stored)).toBe(false);
    expect(await verifyPassword("\0".repeat(32), stored)).toBe(false);
  },
);
