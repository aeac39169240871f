import { setTimeout as sleep } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { run } from "@/db/schema";
import { freshDatabase } from "@/tests/support/database";
import { startWye, type Wye } from "@/tests/support/server";
import { type StatementProxy, startStatementProxy } from "@/tests/support/statement-proxy";
import { setTestSecrets } from "@/tests/support/test-environment";
import { type Answer, ask } from "./ask";
import type { Slot } from "./fill";
import { makeInput, type Way } from "./make-input";
import type { SeededTeam } from "./seed-team";

/** A first start builds. */
export const BUILD_LIMIT_MS = 20 * 60_000;

export interface Tried extends Answer {
  /** What was asked of the database meanwhile. */
  statements: string[];
}

export interface IsolatedWorld {
  db: Db;
  /** Of its database. */
  url: string;
  /** Asks the server, as the member of a team. */
  ask(
    way: Way,
    mine: SeededTeam,
    idFor: (slot: Slot) => string,
    change?: (input: unknown) => unknown,
  ): Promise<Tried>;
  /** Opens a page, as the holder of a session. */
  open(path: string, session: string): Promise<{ status: number; body: string; statements: string[] }>;
  close(): Promise<void>;
}

const SETTLING_MS = 25;

/** Until no more come: some things are asked ahead, and answered for after the request. */
async function takeAll(proxy: StatementProxy): Promise<string[]> {
  const all: string[] = [];
  for (;;) {
    await sleep(SETTLING_MS);
    const more = proxy.take();
    if (more.length === 0) return all;
    all.push(...more);
  }
}

/** What one request began must not be counted as another's. */
async function untilNothingRuns(db: Db): Promise<void> {
  while ((await db.select().from(run).where(eq(run.state, "running")).limit(1)).length > 0)
    await sleep(SETTLING_MS);
}

const Secrets = z.object({ AUTH_SECRET: z.string(), WYE_ENCRYPTION_KEY: z.string() });

/** A real server on a database of its own, each of whose statements is seen. */
export async function openIsolatedWorld(): Promise<IsolatedWorld> {
  setTestSecrets();
  const database = await freshDatabase();
  const proxy: StatementProxy = await startStatementProxy(database.url);
  const wye: Wye = await startWye({ env: { ...Secrets.parse(process.env), DATABASE_URL: proxy.url } });
  return {
    db: database.db,
    url: database.url,
    async ask(way, mine, idFor, change = (input) => input) {
      const asked = change(makeInput(way, idFor));
      const answer = await ask(wye.url, way.operation, asked, mine.session);
      const statements = await takeAll(proxy);
      await untilNothingRuns(database.db);
      return { ...answer, statements };
    },
    async open(path, session) {
      const cookie = `authjs.session-token=${session}; wye-locale=en`;
      await takeAll(proxy);
      const response = await fetch(new URL(path, wye.url), { redirect: "manual", headers: { cookie } });
      const body = await response.text();
      return { status: response.status, body, statements: await takeAll(proxy) };
    },
    async close() {
      await wye.stop();
      await proxy.close();
      await database.drop();
    },
  };
}
