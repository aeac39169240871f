/** How a job fares in this process. */
export interface JobReport {
  name: string;
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
