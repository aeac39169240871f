import { listProcesses, residentMb } from "./process-stat.ts";

export interface TreeUsage {
  cpuMs: number;
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
  return {
    cpuMs: members.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    rssMb: members.reduce((sum, { pid }) => sum + residentMb(pid), 0),
  };
}
