import type { Whose } from "../plan/scenario";

export interface EndedProcess {
  replica: number;
  how: "kill" | "terminate";
}

/** Which replica wrote an answer, as far as the front can tell. */
export interface Writer {
  replica: number | null;
  /** False when more than one request for it was on its way, or the only one was never answered. */
  certain: boolean;
}

/** The replica that a trouble is about, of two. */
export function replicaOf(whose: Whose, writer: Writer): number {
  const writing = writer.replica ?? 0;
  return whose === "writer" ? writing : 1 - writing;
}

/** What became of the process that wrote an answer. */
export function fateOf(writer: Writer, ended: readonly EndedProcess[]): "lives" | "may have ended" | "ended" {
  if (ended.length === 0) return "lives";
  if (!writer.certain) return "may have ended";
  const one = ended.find(({ replica }) => replica === writer.replica);
  if (!one) return "lives";
  return "ended";
}
