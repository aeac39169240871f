import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { contentSecurityPolicy, SONNER_STYLE_HASH } from "./content-security-policy";

test("the hash in the policy is that of the style sheet sonner inserts", () => {
  const source = readFileSync(createRequire(import.meta.url).resolve("sonner"), "utf8");
  const literal = source.match(/__insertCSS\(("(?:[^"\\]|\\.)*")\)/)?.[1];
  const css: unknown = JSON.parse(literal ?? "null");
  expect(SONNER_STYLE_HASH).toBe(`sha256-${createHash("sha256").update(String(css)).digest("base64")}`);
});

test("in production nothing is evaluated and no script or style element runs without the nonce", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false });
  const directives = new Map(policy.split("; ").map((d) => [d.slice(0, d.indexOf(" ")), d]));
  expect(policy).not.toContain("unsafe-eval");
  expect(directives.get("script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(directives.get("style-src-elem")).not.toContain("unsafe-inline");
  expect(directives.get("frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test("development may evaluate, which React's error stacks need", () => {
  expect(contentSecurityPolicy({ nonce: "abc", development: true })).toContain("'unsafe-eval'");
});
