import { isDeepStrictEqual } from "node:util";
import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { correctCalls } from "./correct-calls";
import { type Recalculated, RecalculatedSum, toRecalculated } from "./recalculated";
import { CorrectPartsInput, PART_CALLS } from "./recalculation-input";

export interface CorrectedParts {
  done: Recalculated;
  /** A part would not have become what was seen, because prices or calls have changed: it and those after it were left
   *  as they are. */
  changed: boolean;
}

/** Corrects calls as `lookThrough` showed them, each part a transaction of its own. A part that is right by now stays
 *  as it is, so that asking again, or somebody else who asks for the same, corrects nothing twice.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function correctParts(context: Context, input: CorrectPartsInput): Promise<CorrectedParts> {
  requirePermission(context.actor, "price:write");
  const { parts, ...correction } = parse(CorrectPartsInput, input);
  const book = await readBook(context.db, context.actor.teamId);
  const done = new RecalculatedSum();
  for (const { corrected, added, ...part } of parts) {
    // One more than a part has, so that calls which came in between are seen.
    const page = { ...part, limit: PART_CALLS + 1 };
    const { found, accepted } = await correctCalls(
      context,
      book,
      correction,
      page,
      ({ calls, found: now }) => {
        if (now.corrected === 0) return true;
        const { corrected: count, added: sums } = toRecalculated(now);
        return (
          calls.length <= PART_CALLS && isDeepStrictEqual({ count, sums }, { count: corrected, sums: added })
        );
      },
    );
    if (!accepted) return { done: done.value(), changed: true };
    done.add(found);
  }
  return { done: done.value(), changed: false };
}
