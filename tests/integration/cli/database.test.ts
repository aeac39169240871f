import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { findPostmaster } from "@/db/embedded/postmaster";
import { runCommand, runLauncher } from "./run-command";

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "wye-cli-"));
  folders.push(folder);
  return folder;
}

test("a command starts the database it needs, says only its result, and stops what it started", async () => {
  const dataDir = await newDataDir();
  const { code, stdout, stderr } = await runLauncher({ WYE_DATA_DIR: dataDir }, ["db", "url"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^postgres:\/\/wye:\S+@127\.0\.0\.1:\d+\/wye\n$/);
  expect(stderr).toContain("does not run");
  expect(findPostmaster(path.join(dataDir, "postgres"))).toBeNull();
});

test("doctor says what is wrong and how to mend it, without a database too", async () => {
  const secret = Buffer.alloc(32, 1).toString("base64");
  const env = {
    WYE_DATA_DIR: await newDataDir(),
    // Nothing listens on port 1.
    DATABASE_URL: "postgres://wye:wye@127.0.0.1:1/wye",
    AUTH_SECRET: secret,
    WYE_ENCRYPTION_KEY: secret,
  };
  const { code, lines } = await runCommand(env, ["doctor", "--json"]);
  expect(code).toBe(1);
  const [report] = lines();
  expect(report?.ok).toBe(false);
  expect(report?.checks).toEqual(
    expect.arrayContaining([
      {
        check: "Database",
        state: "wrong",
        detail: expect.any(String),
        mend: expect.stringContaining("DATABASE_URL"),
      },
      expect.objectContaining({ check: "Secrets", state: "ok" }),
      expect.objectContaining({ check: "Dependencies" }),
    ]),
  );
});
