import { z } from "zod";

/** How many calls are corrected in one transaction: while it lasts the team's other calls wait to be recorded. */
export const PART_CALLS = 200;
/** So many of them are corrected in one request. */
export const MOST_PARTS = 5;

const range = {
  vendor: z.string().trim().min(1).max(64),
  /** As calls name it; in any case. */
  model: z.string().trim().min(1).max(256),
  from: z.date(),
  /** Not included; now unless it is given. */
  to: z.date().optional(),
};
const reason = z.string().trim().min(1, "say why").max(500);
const isInOrder = ({ from, to }: { from: Date; to?: Date | undefined }) => to === undefined || from < to;
const order = { path: ["to"], error: "it must be later than the beginning" };

/** Which calls. */
export const RecalculationRange = z.object(range).refine(isInOrder, order);
export type RecalculationRange = z.input<typeof RecalculationRange>;

export const RecalculationInput = z.object({ ...range, reason }).refine(isInOrder, order);
export type RecalculationInput = z.input<typeof RecalculationInput>;

/** Calls that follow one another, and what a person saw that correcting them does. */
const SeenPart = z.object({
  /** The last call before them; null: there is none. */
  afterId: z.uuid().nullable(),
  /** The last of them. */
  throughId: z.uuid(),
  corrected: z.int().nonnegative(),
  added: z.array(z.object({ currency: z.string(), amount: z.string() })),
});

export const CorrectPartsInput = z
  .object({ ...range, reason, parts: z.array(SeenPart).min(1).max(MOST_PARTS) })
  .refine(isInOrder, order);
export type CorrectPartsInput = z.input<typeof CorrectPartsInput>;
