import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { hashKeyToken, makeKeyToken, teamOfKeyToken } from "./key-token";

test("a key names its team, and no two are alike", () => {
  const teamId = newId();
  const [one, other] = [makeKeyToken(teamId), makeKeyToken(teamId)];
  expect(teamOfKeyToken(one)).toBe(teamId);
  expect(one).not.toBe(other);
  expect(hashKeyToken(one)).not.toBe(hashKeyToken(other));
  expect(one).toMatch(/^wye_[\w-]{64}$/);
});

test("whatever else is sent as a key is nobody's, and harms nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String({ minLength: 64, maxLength: 64 })), (text) => {
      for (const token of [text, `wye_${text}`]) {
        const teamId = teamOfKeyToken(token);
        if (teamId !== null) expect(teamId).toMatch(/^[0-9a-f-]{36}$/);
      }
    }),
  );
});
