import { statfs } from "node:fs/promises";
import type { Db } from "@/db/client";
import { listOpenCircuits, measureDatabase } from "@/db/queries/admin-health";
import { listAppliedMigrations, serverVersion } from "@/db/queries/installation";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { ErrorData } from "@/lib/errors";
import { type JobReport, jobReports } from "@/lib/jobs/job-reports";
import { requireInstancePermission } from "@/lib/permissions/require-permission";

export interface Health {
  database: {
    /** Such as `18.1`. */
    version: string;
    roundTripMs: number;
    bytes: number;
    migrations: number;
    /** Who is connected, by address; null: over a socket of this machine. */
    clients: { address: string | null; connections: number }[];
  };
  /** Of the data folder; null where it cannot be read. */
  disk: { freeBytes: number; totalBytes: number } | null;
  /** Of this process, since it started. */
  jobs: JobReport[];
  circuits: {
    provider: string;
    team: string | null;
    last4: string | null;
    openUntil: string;
    error: ErrorData | null;
  }[];
}

/** How the installation fares, as this process sees it.
 *  @throws AppError `forbidden` */
export async function getHealth({ db, actor }: Context, now: Date): Promise<Health> {
  requireInstancePermission(actor, "instance:health");
  const [database, disk, circuits] = await Promise.all([
    describeDatabase(db),
    measureDisk(env().WYE_DATA_DIR),
    listOpenCircuits(db, now),
  ]);
  return {
    database,
    disk,
    jobs: jobReports(),
    circuits: circuits.map(({ openUntil, ...row }) => ({
      ...row,
      openUntil: (openUntil ?? now).toISOString(),
    })),
  };
}

async function describeDatabase(db: Db): Promise<Health["database"]> {
  // The first of a connection plans it; what is timed is a round trip.
  await serverVersion(db);
  const begun = performance.now();
  const version = await serverVersion(db);
  const roundTripMs = performance.now() - begun;
  const [migrations, { bytes, clients }] = await Promise.all([
    listAppliedMigrations(db),
    measureDatabase(db),
  ]);
  return {
    version: `${Math.floor(version / 10_000)}.${version % 10_000}`,
    ...{ roundTripMs, bytes, clients, migrations: migrations.length },
  };
}

async function measureDisk(folder: string): Promise<Health["disk"]> {
  const stats = await statfs(folder).catch(() => null);
  return stats && { freeBytes: stats.bavail * stats.bsize, totalBytes: stats.blocks * stats.bsize };
}
