import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { connect, type Db } from "@/db/client";
import { openDatabase } from "@/db/embedded/open-database";
import { CHROMIUM_ARGS } from "@/scripts/test/find-chromium.mjs";
import { OWNER } from "@/tests/e2e/support/owner";
import { signIn } from "@/tests/e2e/support/sign-in";
import { startUpstream, type Upstream, type WireName } from "@/tests/support/upstream/start-upstream";
import { ensureChromium } from "../../../scripts/test/ensure-chromium.mjs";
import { MODELS } from "../plan/make-answer";
import { Front } from "./front";
import { Replicas } from "./replicas";
import { Scripts } from "./scripts";

const WIRES = {
  OPENAI: "responses",
  DEEPSEEK: "deepseek",
  ALIBABA: "openai",
  ANTHROPIC: "anthropic",
  OPENAI_COMPATIBLE: "openai",
} as const satisfies Record<string, WireName>;
const REPLICAS = 2;

export interface World {
  db: Db;
  upstream: Upstream;
  scripts: Scripts;
  front: Front;
  replicas: Replicas;
  chromium: Browser;
  /** The owner's cookies. */
  signedIn: Awaited<ReturnType<BrowserContext["storageState"]>>;
  close(): Promise<void>;
}

/** One database, two replicas of the server on it, a front before them, an upstream behind them, and a browser. */
export async function openWorld(log: (line: string) => void): Promise<World> {
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | null = null;
  const closeAll = async () => {
    for (const end of closers.toReversed()) await end();
  };
  // Asked for by a signal, and by whoever opened it.
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  try {
    const dataDir = await mkdtemp(path.join(tmpdir(), "wye-soak-"));
    closers.push(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }));
    const database = await openDatabase({ dataDir, log });
    closers.push(() => database.release());
    const scripts = new Scripts();
    const models = MODELS.map(({ name }) => name.slice(name.indexOf("/") + 1));
    const upstream = await startUpstream({ models, choose: (call) => scripts.choose(call) });
    closers.push(() => upstream.close());
    const front = await Front.open(REPLICAS);
    closers.push(() => front.close());
    log("Starting two replicas");
    const replicas = await Replicas.start(front, settings(database.url, front, upstream), REPLICAS);
    closers.push(() => replicas.close());
    const { db, close: disconnect } = connect(database.url, { maxConnections: 5 });
    closers.push(disconnect);
    const browser = await chromium.launch({
      executablePath: await ensureChromium({ log }),
      args: CHROMIUM_ARGS,
    });
    closers.push(() => browser.close());
    const context = await browser.newContext({ baseURL: front.url });
    await signIn(await context.newPage(), OWNER);
    const signedIn = await context.storageState();
    await context.close();
    return { db, upstream, scripts, front, replicas, chromium: browser, signedIn, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function settings(databaseUrl: string, front: Front, upstream: Upstream): Record<string, string> {
  const vendors = Object.entries(WIRES).flatMap(([prefix, wire]) => [
    [`${prefix}_BASE_URL`, upstream.baseUrl(wire)],
    [`${prefix}_API_KEY`, "good-key-of-a-test"],
  ]);
  return {
    DATABASE_URL: databaseUrl,
    AUTH_URL: front.url,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    WYE_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    WYE_OWNER_EMAIL: OWNER.email,
    WYE_OWNER_PASSWORD: OWNER.password,
    WYE_TEAM_NAME: OWNER.teamName,
    // One call for one question, to be compared word by word: whom it goes on to is the other part's.
    WYE_FAILOVER_LIMIT_SECONDS: "0",
    ...Object.fromEntries(vendors),
  };
}
