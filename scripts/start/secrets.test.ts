import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureSecrets, findMissingSecrets } from "./secrets";

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "wye-secrets-"));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

describe("ensureSecrets", () => {
  it("makes them once, of 32 bytes each, readable by their owner alone", () => {
    const first = ensureSecrets(dataDir, {});
    expect(ensureSecrets(dataDir, {})).toEqual(first);
    expect(Buffer.from(first.WYE_ENCRYPTION_KEY, "base64")).toHaveLength(32);
    expect(first.AUTH_SECRET).not.toBe(first.WYE_ENCRYPTION_KEY);
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("prefers what the environment says, one by one", () => {
    const made = ensureSecrets(dataDir, {});
    const AUTH_SECRET = "x".repeat(32);
    expect(ensureSecrets(dataDir, { AUTH_SECRET })).toEqual({ ...made, AUTH_SECRET });
  });

  it("does not replace a damaged file, which may be all that opens the stored credentials", () => {
    writeFileSync(join(dataDir, "secrets.json"), '{"authSecret":');
    expect(() => ensureSecrets(dataDir, {})).toThrow(/secrets\.json .* restore it/);
  });

  it("makes none for an external database, and names what is missing", () => {
    const input = { DATABASE_URL: "postgres://db.example.com/wye", AUTH_SECRET: "x".repeat(32) };
    expect(() => ensureSecrets(dataDir, input)).toThrow(/^WYE_ENCRYPTION_KEY must be set/);
    expect(findMissingSecrets({ ...input, WYE_ENCRYPTION_KEY: "k" })).toEqual([]);
    expect(findMissingSecrets({ DATABASE_URL: input.DATABASE_URL })).toHaveLength(2);
  });
});
