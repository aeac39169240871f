import { cpus, totalmem } from "node:os";

/** What the figures were measured on, in a line. */
export function describeMachine(): string {
  const all = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${all.length} cores of ${all[0]?.model ?? "an unnamed processor"}, ${gib} GiB, Node ${process.version}, Linux`;
}
