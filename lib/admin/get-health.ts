import { statfs } from "node:fs/promises";
import type { Db } from "@/db/client";
import { listOpenCircuits, measureDatabase } from "@/db/queries/admin-health";
import { databaseTime, serverVersion } from "@/db/queries/installation";
import { countFailedMail, lastMailSentAt } from "@/db/queries/mails";
import { listReplicas } from "@/db/queries/replicas";
import { authSecret } from "@/lib/auth/auth-secret";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { ErrorData } from "@/lib/errors";
import { HEARTBEAT_MS } from "@/lib/jobs/heartbeat";
import { type JobReport, jobReports } from "@/lib/jobs/job-reports";
import { mailMode } from "@/lib/mail/mail-mode";
import { requireInstancePermission } from "@/lib/permissions/require-permission";
import { encryptionKey } from "@/lib/providers/encryption-key";
import { replicaId } from "@/lib/replica-id";
import { areSecretsOfDatabase } from "@/lib/setup/check-secrets";
import { findMissingMigrations } from "@/lib/setup/find-missing-migrations";
import { type Bounded, bounded } from "./bounded";
import {
  type HealthCheck,
  isLate,
  judgeCircuits,
  judgeClock,
  judgeDisk,
  judgeJobs,
  judgeKey,
  judgeMail,
  judgeMigrations,
  judgeReplicas,
} from "./judge-health";

/** A page that tells of trouble is there within so long. */
const PATIENCE_MS = 3_000;
/** One that has missed three beats is taken for silent. */
const SILENT_MS = 3 * HEARTBEAT_MS;

export interface DatabaseHealth {
  /** Such as `18.1`. */
  version: string;
  roundTripMs: number;
  bytes: number;
  /** Who is connected, by address; null: over a socket of this machine. */
  clients: { address: string | null; connections: number }[];
}

export interface ReplicaHealth {
  id: string;
  version: string;
  host: string;
  /** ISO 8601. */
  startedAt: string;
  silentMs: number;
  alive: boolean;
  /** The one that answers. */
  own: boolean;
}

export interface OpenCircuit {
  provider: string;
  team: string | null;
  last4: string | null;
  openUntil: string;
  error: ErrorData | null;
}

/** Each part that did not answer in time says so, and holds up none of the others. */
export interface Health {
  database: Bounded<DatabaseHealth>;
  /** Of the data folder; null where it cannot be read. */
  disk: { freeBytes: number; totalBytes: number } | null;
  replicas: Bounded<ReplicaHealth[]>;
  /** Of this process, since it started. */
  jobs: (JobReport & { late: boolean })[];
  circuits: Bounded<OpenCircuit[]>;
  /** ISO 8601, of the last mail that was sent; null: none lately, or it cannot be told. */
  lastMailAt: string | null;
  checks: (HealthCheck | { name: HealthCheck["name"]; state: "unknown" })[];
}

/** How the installation fares, as this process sees it.
 *  @throws AppError `forbidden` */
export async function getHealth({ db, actor }: Context, now: Date): Promise<Health> {
  requireInstancePermission(actor, "instance:health");
  const ask = <Value>(work: () => Promise<Value>) => bounded(work, PATIENCE_MS);
  const secrets = () => ({ authSecret: authSecret(), encryptionKey: encryptionKey() });
  const [database, disk, replicas, circuits, mail, skew, migrations, key] = await Promise.all([
    ask(() => describeDatabase(db)),
    ask(() => measureDisk(env().WYE_DATA_DIR)),
    ask(() => describeReplicas(db)),
    ask(() => describeCircuits(db, now)),
    ask(() => describeMail(db)),
    ask(() => measureSkew(db)),
    ask(() => findMissingMigrations(db, process.cwd())),
    ask(async () => areSecretsOfDatabase(db, secrets())),
  ]);
  const space = disk.ok ? disk.value : null;
  const jobs = jobReports();
  return {
    ...{ database, replicas, circuits, disk: space },
    jobs: jobs.map((job) => ({ ...job, late: isLate(job, now) })),
    lastMailAt: mail.ok ? (mail.value.lastAt?.toISOString() ?? null) : null,
    checks: [
      told("migrations", migrations, judgeMigrations),
      told("key", key, judgeKey),
      told("clock", skew, judgeClock),
      { name: "disk", ...judgeDisk(space) },
      told("mail", mail, judgeMail),
      { name: "jobs", ...judgeJobs(jobs, now) },
      told("replicas", replicas, judgeReplicas),
      told("circuits", circuits, (open) => judgeCircuits(open.length)),
    ],
  };
}

function told<Value>(
  name: HealthCheck["name"],
  found: Bounded<Value>,
  judge: (value: Value) => Omit<HealthCheck, "name">,
): Health["checks"][number] {
  return found.ok ? { name, ...judge(found.value) } : { name, state: "unknown" };
}

async function describeDatabase(db: Db): Promise<DatabaseHealth> {
  // The first of a connection plans it; what is timed is a round trip.
  await serverVersion(db);
  const begun = performance.now();
  const version = await serverVersion(db);
  const roundTripMs = performance.now() - begun;
  const { bytes, clients } = await measureDatabase(db);
  return {
    version: `${Math.floor(version / 10_000)}.${version % 10_000}`,
    ...{ roundTripMs, bytes, clients },
  };
}

async function describeReplicas(db: Db): Promise<ReplicaHealth[]> {
  const rows = await listReplicas(db);
  return rows.map(({ startedAt, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    alive: row.silentMs <= SILENT_MS,
    own: row.id === replicaId(),
  }));
}

async function describeCircuits(db: Db, now: Date): Promise<OpenCircuit[]> {
  const rows = await listOpenCircuits(db, now);
  return rows.map(({ openUntil, ...row }) => ({ ...row, openUntil: (openUntil ?? now).toISOString() }));
}

async function describeMail(db: Db) {
  const [failed, lastAt] = await Promise.all([countFailedMail(db), lastMailSentAt(db)]);
  return { ...failed, lastAt, isOn: mailMode() === "smtp" };
}

/** How far this machine's clock is ahead, as if the database had looked at its own in the middle of the round trip. */
async function measureSkew(db: Db): Promise<number> {
  const before = Date.now();
  const there = await databaseTime(db);
  return (before + Date.now()) / 2 - there;
}

async function measureDisk(folder: string): Promise<Health["disk"]> {
  const stats = await statfs(folder).catch(() => null);
  return stats && { freeBytes: stats.bavail * stats.bsize, totalBytes: stats.blocks * stats.bsize };
}
