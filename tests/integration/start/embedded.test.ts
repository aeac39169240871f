import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "@/db/embedded/open-database";
import { findPostmaster } from "@/db/embedded/postmaster";
import { isAlive, processIdentity } from "@/db/embedded/process-identity.mjs";
import { stopPostgres } from "@/db/embedded/stop-postgres";
import { waitUntil } from "@/db/embedded/wait-until";
import { Holder } from "./holder";

const isRoot = process.getuid?.() === 0;
const WAIT_MS = 30_000;

let dataDir: string;
let clusterDir: string;
let holders: Holder[];

/** A data folder that was used once: making one anew for each test would be most of the time they take. */
let usedDir: string;

beforeAll(async () => {
  usedDir = mkdtempSync(join(tmpdir(), "wye-embedded-used-"));
  const database = await openDatabase({ dataDir: usedDir, log: () => undefined });
  await database.release();
});

afterAll(() => rmSync(usedDir, { recursive: true }));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "wye-embedded-"));
  clusterDir = join(dataDir, "postgres");
  cpSync(join(usedDir, "postgres"), clusterDir, { recursive: true });
  chmodSync(clusterDir, 0o700);
  holders = [];
});

afterEach(async () => {
  for (const holder of holders) await holder.kill();
  const left = findPostmaster(clusterDir);
  if (left !== null) await stopPostgres(left);
  rmSync(dataDir, { recursive: true, maxRetries: 10 });
});

function hold(environment?: NodeJS.ProcessEnv): Holder {
  const holder = new Holder(dataDir, environment);
  holders.push(holder);
  return holder;
}

function open() {
  return openDatabase({ dataDir, log: () => undefined });
}

function startFromNothing(): void {
  rmSync(clusterDir, { recursive: true });
}

async function query<T>(url: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

/** As a crash of the whole machine leaves it: the file is there, the processes are not. */
async function killPostgres(): Promise<void> {
  const postmaster = findPostmaster(clusterDir);
  if (postmaster === null) throw new RangeError("PostgreSQL does not run");
  process.kill(postmaster.pid, "SIGKILL");
  await waitUntil(() => (isAlive(postmaster.identity) ? null : true), WAIT_MS);
}

function occupy(port: number): Promise<{ free(): void }> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve({ free: () => server.close() }));
  });
}

describe("opening the embedded database", () => {
  it("makes it on the first start, and keeps what is in it for the next", async () => {
    startFromNothing();
    const first = await open();
    expect(first.startedHere).toBe(true);
    await query(first.url, (sql) => sql`create table kept as select 7 as value`);
    await first.release();
    expect(findPostmaster(clusterDir)).toBeNull();

    const second = await open();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, (sql) => sql`select value from kept`)).toEqual([{ value: 7 }]);
    await second.release();
  });

  it("asks for its password, on this machine only, and syncs what it commits", async () => {
    const database = await open();
    const settings = await query(
      database.url,
      (sql) => sql`select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
        current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding`,
    );
    expect(settings).toEqual([{ fsync: "on", addresses: "127.0.0.1", sockets: "", encoding: "UTF8" }]);
    const wrong = new URL(database.url);
    wrong.password = "guessed";
    await expect(query(wrong.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
    await database.release();
  });

  it("takes Chinese characters for letters, as trigram search needs", async () => {
    const database = await open();
    await query(database.url, (sql) => sql`create extension pg_trgm`);
    const rows = await query(
      database.url,
      (sql) => sql`select cardinality(show_trgm('知识与推理')) as trigrams`,
    );
    expect(rows[0]?.trigrams).toBeGreaterThan(0);
    await database.release();
  });

  it("shares it with a second user, and the last one out stops it", async () => {
    const [first, second] = [hold(), hold()];
    const [one, other] = await Promise.all([first.opened, second.opened]);
    expect([one.startedHere, other.startedHere].sort()).toEqual([false, true]);
    expect(other).toMatchObject({ url: one.url, postgresPid: one.postgresPid });

    await (one.startedHere ? first : second).release();
    expect(findPostmaster(clusterDir)?.pid).toBe(one.postgresPid);
    await (one.startedHere ? second : first).release();
    expect(findPostmaster(clusterDir)).toBeNull();
  });

  it("counts two uses by one process as two", async () => {
    const [first, second] = await Promise.all([open(), open()]);
    await first.release();
    await first.release();
    expect(await query(second.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await second.release();
    expect(findPostmaster(clusterDir)).toBeNull();
  });

  it("leaves exactly one server when many open at once, and none when they have all left", async () => {
    startFromNothing();
    const many = [hold(), hold(), hold(), hold(), hold()];
    const opened = await Promise.all(many.map((holder) => holder.opened));
    expect(opened.filter(({ startedHere }) => startedHere)).toHaveLength(1);
    expect(new Set(opened.map(({ postgresPid }) => postgresPid)).size).toBe(1);
    await Promise.all(many.map((holder) => holder.release()));
    expect(findPostmaster(clusterDir)).toBeNull();
  });

  it("finds the server that a killed user left running, and stops it in the end", async () => {
    const killed = hold();
    const before = await killed.opened;
    await killed.kill();
    const next = await open();
    expect(next).toMatchObject({ url: before.url, startedHere: false });
    expect(findPostmaster(clusterDir)?.pid).toBe(before.postgresPid);
    await next.release();
    expect(findPostmaster(clusterDir)).toBeNull();
  });

  it("starts after a crash of everything, with what was committed", async () => {
    const killed = hold();
    await query((await killed.opened).url, (sql) => sql`create table kept as select 7 as value`);
    await killed.kill();
    await killPostgres();
    const next = await open();
    expect(next.startedHere).toBe(true);
    expect(await query(next.url, (sql) => sql`select value from kept`)).toEqual([{ value: 7 }]);
    await next.release();
  });

  it("starts when the number in a stale postmaster.pid has gone to another program", async () => {
    const killed = hold();
    await killed.opened;
    await killed.kill();
    await killPostgres();
    const pidFile = join(clusterDir, "postmaster.pid");
    const [, ...rest] = readFileSync(pidFile, "utf8").split("\n");
    writeFileSync(pidFile, [process.pid, ...rest].join("\n"));
    const next = await open();
    expect(next.startedHere).toBe(true);
    await next.release();
    expect(processIdentity(process.pid)).not.toBeNull();
  });

  it("starts when a killed first start left its folder half made", async () => {
    startFromNothing();
    const first = hold();
    const isMaking = () => readdirSync(dataDir).some((name) => name.startsWith("postgres.new-"));
    await waitUntil(() => isMaking() || null, WAIT_MS);
    await first.kill();
    const next = await open();
    expect(await query(next.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await next.release();
  });

  it("takes another port when the one it had is in use, and leaves that user alone", async () => {
    const first = await open();
    await first.release();
    const squatter = await occupy(Number(new URL(first.url).port));
    const second = await open();
    squatter.free();
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    expect(await query(second.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await second.release();
  });

  it("starts nothing for an external database", async () => {
    startFromNothing();
    const databaseUrl = "postgres://db.example.com/wye";
    const external = await openDatabase({ dataDir, databaseUrl, log: () => undefined });
    expect(external).toMatchObject({ url: databaseUrl, startedHere: false });
    await external.release();
    expect(statSync(clusterDir, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe.runIf(isRoot)("as root", () => {
  it("runs PostgreSQL in a user namespace, so that its files stay root's", async () => {
    const database = await open();
    const pid = findPostmaster(clusterDir)?.pid;
    expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync("/proc/self/ns/user"));
    expect(statSync(clusterDir).uid).toBe(0);
    await database.release();
  });

  it("runs it as a service user where there are no namespaces, and goes on so where there are", async () => {
    startFromNothing();
    const withoutUnshare = hold({ ...process.env, PATH: "/nonexistent" });
    const { url } = await withoutUnshare.opened;
    const { uid } = statSync(clusterDir);
    expect(uid).not.toBe(0);
    expect(statSync(`/proc/${findPostmaster(clusterDir)?.pid}`).uid).toBe(uid);
    await withoutUnshare.release();

    const again = await open();
    expect(again.url).toBe(url);
    expect(statSync(`/proc/${findPostmaster(clusterDir)?.pid}`).uid).toBe(uid);
    await again.release();
  });
});
