import { expect, test } from "vitest";
import { MethodInput } from "./method-input";

const GOOD: MethodInput = {
  name: "Acme",
  kind: "oidc",
  issuer: "https://id.acme.example",
  clientId: "wye",
  clientSecret: "secret",
  domains: ["Acme.example"],
  groupsClaim: null,
  grants: [],
};
const takes = (change: Partial<Record<keyof MethodInput, unknown>>) =>
  MethodInput.safeParse({ ...GOOD, ...change }).success;

test("domains are compared in lower case", () => {
  expect(MethodInput.parse(GOOD).domains).toEqual(["acme.example"]);
});

test.each([
  ["an issuer in the clear", { issuer: "http://id.acme.example" }],
  ["an issuer with a password", { issuer: "https://a:b@id.acme.example" }],
  ["Microsoft of every tenant", { kind: "entra", issuer: "https://login.microsoftonline.com/common/v2.0" }],
  ["Google under another's address", { kind: "google", issuer: "https://id.acme.example" }],
  ["Feishu of every company", { kind: "feishu" }],
  ["DingTalk of every company", { kind: "dingtalk", tenants: [] }],
  ["companies where a provider serves one", { tenants: ["acme"] }],
  ["groups of a vendor that tells none", { kind: "github", groupsClaim: "groups" }],
  ["an interface in the clear", { kind: "github", apiUrl: "http://api.acme.example" }],
  ["a whole country's domain", { domains: ["uk"] }],
  ["an owner made from outside", { grants: [{ group: "all", teamId: crypto.randomUUID(), role: "owner" }] }],
])("%s is refused", (_, change) => {
  expect(takes(change)).toBe(false);
});

test("on this machine a provider may be in the clear", () => {
  expect(takes({ issuer: "http://localhost:8080" })).toBe(true);
});
