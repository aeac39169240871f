import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { newShareToken, readShareToken } from "./share-token";

test("a token names its team, and is known again by what is kept of it", () => {
  const teamId = newId();
  const { token, tokenHash } = newShareToken(teamId);
  expect(readShareToken(token)).toEqual({ teamId, tokenHash });
  expect(token).not.toContain(tokenHash);
});

test("another text is another token, or none", () => {
  const { token, tokenHash } = newShareToken(newId());
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.base64String({ minLength: 4, maxLength: 4 }), (at, [letter]) => {
      const other = token.slice(0, at) + letter + token.slice(at + 1);
      fc.pre(other !== token);
      expect(readShareToken(other)?.tokenHash).not.toBe(tokenHash);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => readShareToken(text) === null || text.length === 64));
  expect(readShareToken(`${token}=`)).toBeNull();
  expect(readShareToken(randomBytes(47).toString("base64url"))).toBeNull();
});
