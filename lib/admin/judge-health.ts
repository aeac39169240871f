import type { JobReport } from "@/lib/jobs/job-reports";
import type { MigrationState } from "@/lib/setup/find-missing-migrations";

/** What one check found; `note` is worth knowing and no fault. `values` are of its sentence, which is
 *  `admin.health.checks.<name>.<finding>` of the messages. */
export interface HealthCheck {
  name: "migrations" | "key" | "clock" | "disk" | "mail" | "jobs" | "replicas" | "circuits";
  state: "ok" | "note" | "wrong";
  finding: string;
  values: Readonly<Record<string, string | number>>;
}

type Found = Omit<HealthCheck, "name">;

const ok = (finding = "ok", values = {}): Found => ({ state: "ok", finding, values });
const note = (finding: string, values = {}): Found => ({ state: "note", finding, values });
const wrong = (finding: string, values = {}): Found => ({ state: "wrong", finding, values });

export function judgeMigrations({ count, missing, isLater }: MigrationState): Found {
  if (missing.length > 0) return wrong("missing", { count: missing.length });
  return isLater ? wrong("later") : ok("ok", { count });
}

/** Links, limits and turns of jobs are judged by both clocks. */
const MOST_SKEW_MS = 5_000;

/** @param skewMs how far this machine's clock is ahead of the database's */
export function judgeClock(skewMs: number): Found {
  const seconds = Math.round(Math.abs(skewMs) / 1000);
  if (Math.abs(skewMs) <= MOST_SKEW_MS) return ok();
  return wrong(skewMs > 0 ? "ahead" : "behind", { seconds });
}

/** PostgreSQL stops when the disk is full. */
const ENOUGH_BYTES = 1_000_000_000;

export function judgeDisk(disk: { freeBytes: number } | null): Found {
  if (disk === null) return note("unknown");
  return disk.freeBytes >= ENOUGH_BYTES ? ok() : wrong("low");
}

export interface MailState {
  isOn: boolean;
  waiting: number;
  givenUp: number;
}

export function judgeMail({ isOn, waiting, givenUp }: MailState): Found {
  if (!isOn) return note("off");
  if (givenUp > 0) return wrong("givenUp", { count: givenUp });
  return waiting > 0 ? note("waiting", { count: waiting }) : ok();
}

/** A job may take a while; one that has missed two turns and a minute is late. */
export function isLate({ endedAt, everyMs }: JobReport, now: Date): boolean {
  return now.getTime() - Date.parse(endedAt) > 2 * everyMs + 60_000;
}

export function judgeJobs(jobs: readonly JobReport[], now: Date): Found {
  const failed = jobs.filter((job) => job.failed).length;
  if (failed > 0) return wrong("failed", { count: failed });
  const late = jobs.filter((job) => isLate(job, now)).length;
  return late > 0 ? wrong("late", { count: late }) : ok();
}

export function judgeReplicas(replicas: readonly { version: string; alive: boolean }[]): Found {
  const alive = replicas.filter((replica) => replica.alive);
  const versions = new Set(alive.map(({ version }) => version));
  if (versions.size > 1) return wrong("differ", { count: versions.size });
  return alive.length === 0 ? note("none") : ok("ok", { count: alive.length });
}

export const judgeCircuits = (open: number): Found => (open === 0 ? ok() : note("open", { count: open }));

export const judgeKey = (isOwn: boolean): Found => (isOwn ? ok() : wrong("other"));
