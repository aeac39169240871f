import fc from "fast-check";
import { expect, test } from "vitest";
import { readClaims } from "./claims";

const OIDC = { kind: "oidc", groupsClaim: "groups" } as const;
const ADA = {
  sub: "1",
  name: " Ada ",
  email: "Ada@Acme.example",
  email_verified: true,
  groups: ["staff", 7],
};

test("what a provider says of a person is read", () => {
  expect(readClaims(ADA, OIDC)).toEqual({
    subject: "1",
    name: "Ada",
    email: "ada@acme.example",
    groups: ["staff"],
    tenant: null,
  });
});

test.each([false, undefined, "false", 0, "yes"])("an address that is verified: %j is none", (verified) => {
  expect(readClaims({ ...ADA, email_verified: verified }, OIDC)?.email).toBeNull();
});

test("one group may come alone, and no claim is no group", () => {
  expect(readClaims({ ...ADA, groups: "staff" }, OIDC)?.groups).toEqual(["staff"]);
  expect(readClaims({ sub: "1" }, OIDC)?.groups).toEqual([]);
  expect(readClaims(ADA, { ...OIDC, groupsClaim: null })?.groups).toEqual([]);
});

test("whatever comes, it is claims of somebody or nobody", () => {
  fc.assert(
    fc.property(fc.anything(), fc.object(), (any, object) => {
      expect(readClaims(any, OIDC)?.subject ?? "").toBeTypeOf("string");
      expect(readClaims({ ...object, sub: "1" }, OIDC)?.subject).toBe("1");
    }),
  );
});
