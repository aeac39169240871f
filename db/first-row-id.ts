import { firstIdAt } from "@/lib/ids";

/** An id is made when a call begins; the clocks of two machines may differ by less than this. */
const CLOCK_DIFFERENCE_MS = 3_600_000;

/** Not later than the id of any ledger row of `at` or later: with it the key finds the rows of a time, and partitions of
 *  earlier months are left out. The rows' own time must still be asked for. */
export const firstRowIdAt = (at: Date): string => firstIdAt(new Date(at.getTime() - CLOCK_DIFFERENCE_MS));
