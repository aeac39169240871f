import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { connect } from "@/db/client";
import { openDatabase } from "@/db/embedded/open-database";
import { migrate } from "@/db/migrate";
import { AUDIT_PAGE_SIZE } from "@/lib/audit/audit-page";
import { AuditQuery } from "@/lib/audit/audit-query";
import { listAudit } from "@/lib/audit/list-audit";
import { type VerifiedAudit, verifyAudit } from "@/lib/audit/verify-audit";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { newTeam } from "@/tests/support/team";
import { setTestSecrets } from "@/tests/support/test-environment";

/** Of one transaction: in a longer one the row that ends the chain has ever more versions to look through. */
const BATCH = 1_000;
const SAMPLE_MS = 50;
const MIB = 1024 * 1024;

export interface AuditFigures {
  entries: number;
  appendMs: number;
  verifyMs: number;
  /** By how much the process grew at most while it checked. */
  grownMiB: number;
  /** Of the audit's page, by what was searched for. */
  pageMs: Record<string, number>;
}

/** Appends so many entries to a team's chain, by the function that every entry goes through, checks the chain, looks
 *  something up in it, and damages it once: the check must find where. */
export async function playAudit(
  entries: number,
  say: (line: string) => void,
): Promise<{ figures: AuditFigures; problems: string[] }> {
  setTestSecrets();
  const dataDir = await mkdtemp(path.join(tmpdir(), "wye-audit-"));
  const database = await openDatabase({ dataDir, log: say });
  try {
    await migrate({ databaseUrl: database.url, folder: path.resolve("drizzle"), log: say });
    const { db, close } = connect(database.url, { maxConnections: 4 });
    try {
      return await measure(await (await newTeam(db)).as("owner"), entries, say);
    } finally {
      await close();
    }
  } finally {
    await database.release();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measure(owner: Context, entries: number, say: (line: string) => void) {
  const appendMs = await timed(() => append(owner, entries, say));
  say(`appended ${entries} entries in ${seconds(appendMs)}`);
  const { result, ms: verifyMs, grownMiB } = await watched(() => verifyAudit(owner, owner.actor.teamId));
  say(`checked ${result.entries} entries in ${seconds(verifyMs)}, grown by ${grownMiB.toFixed(0)} MiB`);
  const pageMs = await lookUp(owner, entries);
  for (const [name, ms] of Object.entries(pageMs)) say(`a page of ${name}: ${ms.toFixed(1)} ms`);
  const problems = [...problemsOf(result, entries), ...(await damage(owner, entries - 1))];
  return { figures: { entries, appendMs, verifyMs, grownMiB, pageMs }, problems };
}

async function append({ db, actor }: Context, entries: number, say: (line: string) => void): Promise<void> {
  for (let from = 1; from <= entries; from += BATCH) {
    const to = Math.min(from + BATCH - 1, entries);
    await db.execute(sql`
      select audit_append(${actor.teamId}::uuid, gen_random_uuid(),
        ('00000000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid, 'web',
        case when n % 1000 = 0 then 'member.add' else 'member.change' end, 't' || (n % 1000), 'request ' || n,
        '{"role": "member"}', jsonb_build_object('role', 'billing', 'nth', n), '{}')
      from generate_series(${from}::int, ${to}::int) as n`);
    if (to % 100_000 === 0) say(`${to} of ${entries} appended`);
  }
  await db.execute(sql`analyze audit`);
}

async function lookUp(owner: Context, entries: number): Promise<Record<string, number>> {
  const find = (query: object) =>
    timed(() => listAudit(owner, owner.actor.teamId, { ...AuditQuery.parse(query), limit: AUDIT_PAGE_SIZE }));
  const from = { ...AuditQuery.parse({}), limit: AUDIT_PAGE_SIZE, beforeSeq: Math.ceil(entries / 2) };
  return {
    "the newest": await find({}),
    "the middle": await timed(() => listAudit(owner, owner.actor.teamId, from)),
    "a rare action": await find({ action: "member.add" }),
    "what one person did": await find({ person: "00000000-0000-7000-8000-000000000003" }),
    "one target": await find({ target: "t7" }),
  };
}

function problemsOf(result: VerifiedAudit, entries: number): string[] {
  return result.ok && result.entries === entries
    ? []
    : [`a chain in order is said to be out of order: ${JSON.stringify(result)}`];
}

/** As somebody who has the database and its triggers could. */
async function damage(owner: Context, seq: number): Promise<string[]> {
  await owner.db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit disable trigger user`);
    await tx.execute(
      sql`update audit set after = ${JSON.stringify({ nth: newId() })}::jsonb where team_id = ${owner.actor.teamId} and seq = ${seq}`,
    );
    await tx.execute(sql`alter table audit enable trigger user`);
  });
  const { broken } = await verifyAudit(owner, owner.actor.teamId);
  return broken?.seq === seq && broken.reason === "changed"
    ? []
    : [`entry ${seq} was changed, and found is ${JSON.stringify(broken)}`];
}

async function watched<Value>(work: () => Promise<Value>) {
  const before = process.memoryUsage().rss;
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage().rss);
  };
  const timer = setInterval(look, SAMPLE_MS);
  const begun = performance.now();
  try {
    const result = await work();
    look();
    return { result, ms: performance.now() - begun, grownMiB: (most - before) / MIB };
  } finally {
    clearInterval(timer);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
