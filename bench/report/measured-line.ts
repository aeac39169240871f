export interface Circumstances {
  /** ISO 8601. */
  at: string;
  machine: string;
  command: string;
  /** Load average of the machine before the run: what else was going on. */
  loadAverage: number;
}

/** When, how and on what something was measured, in a line. */
export function measuredLine({ at, machine, command, loadAverage }: Circumstances): string {
  const minute = at.slice(0, 16).replace("T", " ");
  return `Measured ${minute} UTC with \`${command}\` on ${machine}; load average before it ${loadAverage.toFixed(1)}.`;
}
