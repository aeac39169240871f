import { v7 } from "uuid";

/** UUIDv7: ordered by time of creation. */
export const newId = (): string => v7();
