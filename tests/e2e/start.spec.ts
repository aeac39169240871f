import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { findPostmaster } from "../../db/embedded/postmaster";
import { startWye, type Wye } from "../support/server";

/* Servers of its own: what `npm start` promises of its data folder. The build that the run began with is theirs. */
let dataDir: string;
let running: Wye[];
test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "wye-start-"));
  running = [];
});
test.afterEach(async () => {
  for (const wye of running) await wye.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(): Promise<Wye> {
  const wye = await startWye({ dataDir });
  running.push(wye);
  return wye;
}

/** It is gone, by whatever way: nobody need stop it. */
const forget = (wye: Wye) => running.splice(running.indexOf(wye), 1);
const postmaster = () => findPostmaster(path.join(dataDir, "postgres"));
const tokenOf = (wye: Wye) => new URL(wye.setupUrl()).searchParams.get("token");
const statusAt = async (url: string) => (await fetch(url)).status;

test("a stop takes the database with it", async () => {
  const wye = await start();
  expect(postmaster()?.status).toBe("ready");
  await wye.stop();
  forget(wye);
  expect(postmaster()).toBeNull();
});

test("a second start in the same folder says where Wye runs, and leaves it alone", async () => {
  const first = await start();
  const before = postmaster();
  const second: unknown = await startWye({ dataDir }).then(
    (wye) => running.push(wye),
    (error) => error,
  );
  expect(second).toMatchObject({ cause: { message: "it ended with 1" } });
  expect(String(second)).toContain(`Wye already runs in ${dataDir}: ${first.url} (process ${first.pid}).`);
  expect(postmaster()).toEqual(before);
  expect(await statusAt(first.setupUrl())).toBe(200);
});

test("after a crash it starts again, and the set-up link that was printed still claims it", async ({
  page,
}) => {
  const crashed = await start();
  const before = postmaster();
  await crashed.kill();
  forget(crashed);
  expect(postmaster()).toEqual(before);

  const again = await start();
  expect(tokenOf(again)).toBe(tokenOf(crashed));
  const link = new URL(crashed.setupUrl());
  link.port = new URL(again.url).port;
  await page.goto(link.href);
  await expect(page.getByRole("button", { name: "Create account" })).toBeVisible();

  await again.stop();
  forget(again);
  expect(postmaster()).toBeNull();
});
