import { listProcesses, type ProcessStat, residentMb } from "./process-stat.ts";

export interface TreeUsage {
  cpuMs: number;
  /** Part of `cpuMs`: the PostgreSQL among them. */
  databaseCpuMs: number;
  /** Without PostgreSQL's processes: they share most of what each of them counts as its own. */
  rssMb: number;
}

/** CPU time and memory of the given processes and all that descend from them. */
export function treeUsage(rootPids: readonly number[]): TreeUsage {
  const processes = listProcesses();
  const tree = new Set(rootPids);
  for (let before = -1; before !== tree.size; ) {
    before = tree.size;
    for (const { pid, parentPid } of processes) if (tree.has(parentPid)) tree.add(pid);
  }
  const members = processes.filter(({ pid }) => tree.has(pid));
  const cpuOf = (some: readonly ProcessStat[]) => some.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  return {
    cpuMs: cpuOf(members),
    databaseCpuMs: cpuOf(members.filter(isDatabase)),
    rssMb: members.filter((member) => !isDatabase(member)).reduce((sum, { pid }) => sum + residentMb(pid), 0),
  };
}

const isDatabase = ({ name }: ProcessStat): boolean => name === "postgres";
