import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { newInvitationToken, readInvitationToken } from "./token";

test("a token tells its team, and no two are alike", () => {
  const teamId = v7();
  const tokens = Array.from({ length: 50 }, () => newInvitationToken(teamId));
  expect(new Set(tokens.map((token) => readInvitationToken(token)?.tokenHash)).size).toBe(50);
  expect(tokens.every((token) => readInvitationToken(token)?.teamId === teamId)).toBe(true);
});

test("whatever else is typed is no token, and another spelling of one neither", () => {
  fc.assert(fc.property(fc.string(), (text) => readInvitationToken(text) === null));
  const token = newInvitationToken(v7());
  for (const other of [`${token}=`, ` ${token}`, `${token}A`, token.slice(1)])
    expect(readInvitationToken(other)).toBeNull();
});
