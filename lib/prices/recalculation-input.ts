import { z } from "zod";

const range = {
  vendor: z.string().trim().min(1).max(64),
  /** As calls name it; in any case. */
  model: z.string().trim().min(1).max(256),
  from: z.date(),
  /** Not included; now unless it is given. */
  to: z.date().optional(),
};
const isInOrder = ({ from, to }: { from: Date; to?: Date | undefined }) => to === undefined || from < to;
const order = { path: ["to"], error: "it must be later than the beginning" };

/** Which calls. */
export const RecalculationRange = z.object(range).refine(isInOrder, order);
export type RecalculationRange = z.input<typeof RecalculationRange>;

export const RecalculationInput = z
  .object({
    ...range,
    reason: z.string().trim().min(1, "say why").max(500),
    /** What the person saw in the preview. */
    expected: z
      .object({
        corrected: z.int(),
        added: z.array(z.object({ currency: z.string(), amount: z.string() })),
      })
      .optional(),
  })
  .refine(isInOrder, order);
export type RecalculationInput = z.input<typeof RecalculationInput>;
