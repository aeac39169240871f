import { z } from "zod";
import { MOST_COMPARED } from "./most-compared";

/** Where an answer stands among those that it is compared with. */
export interface Comparison {
  id: string;
  /** From 0, the left one. */
  place: number;
  /** The person went on with it; false: with another; null: with none so far. */
  picked: boolean | null;
}

/** Of an answer that is asked for. What stood in its place leaves the comparison. */
export const ComparisonPlace = z.object({
  id: z.uuid(),
  place: z
    .int()
    .min(0)
    .max(MOST_COMPARED - 1),
});
export type ComparisonPlace = z.infer<typeof ComparisonPlace>;
