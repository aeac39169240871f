import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { listUsableProviders } from "@/db/queries/providers";
import { INSTANCE_TEAM_ID } from "@/db/schema/provider";
import { type Env, env } from "@/lib/env";
import { BootRefused, boot } from "@/lib/setup/boot";
import { areSecretsOfDatabase } from "@/lib/setup/check-secrets";
import { claimInstance } from "@/lib/setup/claim-instance";
import { type FreshDatabase, freshDatabase } from "@/tests/support/database";
import { setTestSecrets } from "@/tests/support/test-environment";

let database: FreshDatabase;
beforeAll(setTestSecrets);
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

async function start(changes: Partial<Env> = {}): Promise<string[]> {
  const lines: string[] = [];
  await boot(database.db, { ...env(), AUTH_URL: "http://localhost:3000", ...changes }, (line) =>
    lines.push(line),
  );
  return lines;
}

const OWNER = { WYE_OWNER_EMAIL: "ada@example.com", WYE_OWNER_PASSWORD: "correct horse" };

test("a new instance prints one line with its set-up link, the same on each start, and the link works", async () => {
  const lines = await start();
  expect(await start()).toEqual(lines);
  expect(lines).toHaveLength(1);
  const token = /http:\/\/localhost:3000\/setup\?token=([\w-]+) /.exec(lines[0] ?? "")?.[1] ?? "";
  await claimInstance(database.db, env().AUTH_SECRET ?? "", {
    token,
    name: "Ada",
    email: "ada@example.com",
    password: "correct horse battery",
    teamName: "Engine",
  });
  expect((await start()).join("\n")).not.toContain("token=");
});

test("an owner from the environment gets the demo model and no link", async () => {
  const lines = await start(OWNER);
  expect(lines.join("\n")).not.toContain("token=");
  expect(lines.at(-1)).toContain("http://localhost:3000/signin");
  expect(await listUsableProviders(database.db, INSTANCE_TEAM_ID)).toMatchObject([
    { vendor: "demo", source: "demo" },
  ]);
});

test("other secrets than the database's are refused", async () => {
  await start();
  const encryptionKey = Buffer.from(env().WYE_ENCRYPTION_KEY ?? "", "base64");
  const authSecret = env().AUTH_SECRET ?? "";
  expect(await areSecretsOfDatabase(database.db, { authSecret, encryptionKey })).toBe(true);
  expect(await areSecretsOfDatabase(database.db, { authSecret: `${authSecret}x`, encryptionKey })).toBe(
    false,
  );
  expect(await areSecretsOfDatabase(database.db, { authSecret, encryptionKey: Buffer.alloc(32) })).toBe(
    false,
  );
});

test("a server with other secrets does not start, and changes nothing", async () => {
  await areSecretsOfDatabase(database.db, { authSecret: "others", encryptionKey: Buffer.alloc(32, 1) });
  await expect(start(OWNER)).rejects.toThrow(BootRefused);
  expect(await listUsableProviders(database.db, INSTANCE_TEAM_ID)).toEqual([]);
});
