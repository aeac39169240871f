import type { SummaryFacts } from "./message";

/** How many messages a summary of a path stands for: those of a summary that it begins with count each. */
export const standsFor = (path: readonly { summary?: SummaryFacts | null }[]): number =>
  path.reduce((sum, { summary }) => sum + (summary?.of ?? 1), 0);
