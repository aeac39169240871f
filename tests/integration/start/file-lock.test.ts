import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, lockHolder, tryLock } from "@/db/embedded/file-lock.mjs";

const COUNTER = fileURLToPath(new URL("./count-under-lock.ts", import.meta.url));
const LOCK_MODULE = fileURLToPath(new URL("../../../db/embedded/file-lock.mjs", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wye-lock-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the file lock", () => {
  it("lets one in at a time, however many processes want it", async () => {
    const file = join(folder, "count");
    writeFileSync(file, "0");
    const run = () => promisify(execFile)(process.execPath, [COUNTER, join(folder, "lock"), file, "40"]);
    await Promise.all([run(), run(), run(), run(), run()]);
    expect(readFileSync(file, "utf8")).toBe("200");
  });

  it("tells who holds it, and what they noted", () => {
    const lock = tryLock(folder, { url: "http://localhost:3000" });
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid, note: { url: "http://localhost:3000" } });
    lock?.setNote({ url: "http://localhost:4000" });
    expect(lockHolder(folder)?.note).toEqual({ url: "http://localhost:4000" });
    expect(tryLock(folder)).toBeNull();
    lock?.release();
    expect(lockHolder(folder)).toBeNull();
    expect(tryLock(folder)).not.toBeNull();
  });

  it("is free again when its holder was killed", async () => {
    const take = `(await import(${JSON.stringify(LOCK_MODULE)})).tryLock(${JSON.stringify(folder)}); console.log("held"); setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", take], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(holder.stdout, "data");
    expect(lockHolder(folder)?.pid).toBe(holder.pid);
    const ended = once(holder, "exit");
    holder.kill("SIGKILL");
    await ended;
    const lock = await acquireLock(folder);
    expect(lockHolder(folder)?.pid).toBe(process.pid);
    lock.release();
  });

  it("is not kept by a later process with the dead holder's number", () => {
    const stale = { pid: process.pid, identity: `${process.pid}:another boot:1`, note: {} };
    writeFileSync(join(folder, "1"), JSON.stringify(stale));
    expect(lockHolder(folder)).toBeNull();
    expect(tryLock(folder)).not.toBeNull();
  });

  it("gives up when told how long to wait", async () => {
    const lock = tryLock(folder);
    await expect(acquireLock(folder, { waitMs: 50 })).rejects.toThrow(
      `Process ${process.pid} has held the lock`,
    );
    lock?.release();
  });
});
