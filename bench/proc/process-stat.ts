import { readdirSync, readFileSync } from "node:fs";

/** Linux reports CPU time in hundredths of a second on every architecture Node runs on (USER_HZ). */
const TICK_MS = 10;

export interface ProcessStat {
  pid: number;
  name: string;
  parentPid: number;
  /** User and system time of all its threads, and of the children it has waited for. */
  cpuMs: number;
}

/** Reads a line of /proc/<pid>/stat (proc_pid_stat(5)). The name may itself hold spaces and parentheses.
 *  @throws RangeError on any other text. */
export function parseProcessStat(text: string): ProcessStat {
  const pid = Number.parseInt(text, 10);
  const nameEnd = text.lastIndexOf(")");
  const name = text.slice(text.indexOf("(") + 1, nameEnd);
  const fields = text.slice(nameEnd + 2).split(" ");
  const [, parentPid, ...rest] = fields.map(Number);
  const times = rest.slice(9, 13);
  if (!Number.isInteger(pid) || parentPid === undefined || times.length < 4 || times.some(Number.isNaN)) {
    throw new RangeError("not a line of /proc/<pid>/stat");
  }
  return { pid, name, parentPid, cpuMs: times.reduce((sum, ticks) => sum + ticks, 0) * TICK_MS };
}

/** Every process that lives now. */
export function listProcesses(): ProcessStat[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const text = readIfThere(`/proc/${name}/stat`);
      return text === null ? [] : [parseProcessStat(text)];
    });
}

/** Resident memory in MiB, or 0 for a process that has ended. */
export function residentMb(pid: number): number {
  const match = /^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`) ?? "");
  return Number(match?.[1] ?? 0) / 1024;
}

/** A process may end between being listed and being read. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
      return null;
    throw error;
  }
}
