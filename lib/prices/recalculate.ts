import { readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { correctCalls } from "./correct-calls";
import { type Recalculated, RecalculatedSum } from "./recalculated";
import { PART_CALLS, RecalculationInput } from "./recalculation-input";

/** Makes the cost of each of a model's calls what the price book says now for the moment of the call: what is to be
 *  added, or taken back, is appended to the ledger with the reason, a few hundred calls at a time. The calls' own rows
 *  stay as they are. Done again it adds nothing, also when it is done twice at once; what was cut short is finished by
 *  doing it again.
 *  @param onStep is told what was done so far, now and then
 *  @throws AppError `forbidden`, `invalid_input` */
export async function recalculate(
  context: Context,
  input: RecalculationInput,
  onStep?: (soFar: Recalculated) => void,
): Promise<Recalculated> {
  requirePermission(context.actor, "price:write");
  const given = parse(RecalculationInput, input);
  // One end for all of it: calls are made meanwhile.
  const correction = { ...given, to: given.to ?? new Date() };
  const book = await readBook(context.db, context.actor.teamId);
  const sum = new RecalculatedSum();
  let afterId: string | null = null;
  do {
    const page = { afterId, limit: PART_CALLS };
    const { calls, found } = await correctCalls(context, book, correction, page);
    sum.add(found);
    onStep?.(sum.value());
    afterId = calls.length < PART_CALLS ? null : (calls.at(-1)?.id ?? null);
  } while (afterId !== null);
  return sum.value();
}
