export const JOB_NAMES = [
  "heartbeat",
  "settle-calls",
  "interrupt-runs",
  "purge-runs",
  "refresh-models",
  "refresh-local-models",
  "send-mail",
  "purge-mail",
  "purge-links",
  "ledger-partitions",
  "purge-sessions",
  "refresh-sign-ins",
  "purge-sign-in-methods",
  "purge-sign-in-failures",
  "purge-decisions",
  "purge-people",
  "finish-erasures",
  "remove-teams",
  "purge-deleted",
  "purge-temporary",
  "purge-chats",
  "purge-replies",
] as const;
/** What people call it is `admin.health.jobs.names` of the messages. */
export type JobName = (typeof JOB_NAMES)[number];

/** How a job fares in this process. */
export interface JobReport {
  name: JobName;
  /** How often it runs. */
  everyMs: number;
  /** ISO 8601, of its last end. */
  endedAt: string;
  failed: boolean;
}

const SLOT = Symbol.for("wye.jobReports");
/** Held on globalThis because Next loads a module once per bundle. */
const holder = globalThis as { [SLOT]?: Map<string, JobReport> };

function reports(): Map<string, JobReport> {
  holder[SLOT] ??= new Map();
  return holder[SLOT];
}

export function reportJob(report: JobReport): void {
  reports().set(report.name, report);
}

export function jobReports(): JobReport[] {
  return [...reports().values()];
}
