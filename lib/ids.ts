import { v7 } from "uuid";

/** UUIDv7: ordered by time of creation. */
export const newId = (): string => v7();

/** Not later than any id that is made at `at` or after it. */
export const firstIdAt = (at: Date): string =>
  v7({ msecs: Math.max(0, at.getTime()), seq: 0, random: new Uint8Array(16) });

/** When an id was made, to the millisecond. */
export const timeOfId = (id: string): Date => new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));
