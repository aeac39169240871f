import type { Progress } from "./progress.mjs";

/** Holds the working tree while it is installed or built. */
export function withTreeLock<T>(progress: Progress, work: () => Promise<T>): Promise<T>;
