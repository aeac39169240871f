import type { SpawnOptions } from "node:child_process";

/** Runs a program to its end; what it printed is shown only when it fails.
 *  @throws with the end of its output. */
export function runQuietly(file: string, args: readonly string[], options: SpawnOptions): Promise<void>;
