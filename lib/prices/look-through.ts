import { type CallsOfModel, listCallsOfModel } from "@/db/queries/corrections";
import { type Book, readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { type FoundCorrections, findCorrections } from "./find-corrections";
import { type Recalculated, RecalculatedSum, toRecalculated } from "./recalculated";
import { PART_CALLS, RecalculationRange } from "./recalculation-input";

/** What is looked at before somebody hears of it. */
const STEP_PARTS = 10;

/** Calls that follow one another, so few that one transaction corrects them, and what that would do. */
export interface SeenPart extends Recalculated {
  /** The last call before them; null: there is none. */
  afterId: string | null;
  /** The last of them. */
  throughId: string;
}

export interface LookedThrough {
  parts: SeenPart[];
  /** Where to go on; null at the end. */
  nextAfterId: string | null;
  /** When the last of the calls began, ISO 8601; null: there was none. */
  reachedAt: string | null;
}

/** What correcting the next calls of a range would do, part by part. Changes nothing.
 *  @param afterId where the last step ended; null at the beginning
 *  @throws AppError `forbidden`, `invalid_input` */
export async function lookThrough(
  context: Context,
  input: RecalculationRange,
  afterId: string | null,
): Promise<LookedThrough> {
  const range = readRange(context, input);
  const step = await stepOf(context, await readBook(context.db, range.teamId), range, afterId);
  const parts = step.found.map(({ found, ...part }) => ({ ...part, ...toRecalculated(found) }));
  return { parts, nextAfterId: step.nextAfterId, reachedAt: step.reachedAt };
}

/** What `recalculate` would do now, all of it. Changes nothing.
 *  @param onStep is told what was found so far, now and then
 *  @throws AppError `forbidden`, `invalid_input` */
export async function previewRecalculation(
  context: Context,
  input: RecalculationRange,
  onStep?: (soFar: Recalculated) => void,
): Promise<Recalculated> {
  const range = readRange(context, input);
  const book = await readBook(context.db, range.teamId);
  const sum = new RecalculatedSum();
  let afterId: string | null = null;
  do {
    const { found, nextAfterId } = await stepOf(context, book, range, afterId);
    for (const part of found) sum.add(part.found);
    onStep?.(sum.value());
    afterId = nextAfterId;
  } while (afterId !== null);
  return sum.value();
}

function readRange({ actor }: Context, input: RecalculationRange): CallsOfModel & { teamId: string } {
  requirePermission(actor, "price:write");
  const { to = new Date(), ...range } = parse(RecalculationRange, input);
  return { ...range, to, teamId: actor.teamId };
}

interface Step extends Omit<LookedThrough, "parts"> {
  found: { afterId: string | null; throughId: string; found: FoundCorrections }[];
}

async function stepOf(
  { db }: Context,
  book: Book,
  range: CallsOfModel,
  afterId: string | null,
): Promise<Step> {
  const most = STEP_PARTS * PART_CALLS;
  const calls = await listCallsOfModel(db, range, { afterId }, most);
  const last = calls.at(-1);
  const found: Step["found"] = [];
  for (let at = 0; at < calls.length; at += PART_CALLS) {
    const part = calls.slice(at, at + PART_CALLS);
    found.push({
      afterId: calls[at - 1]?.id ?? afterId,
      throughId: part.at(-1)?.id ?? "",
      found: findCorrections(book, part),
    });
  }
  return {
    found,
    nextAfterId: calls.length < most ? null : (last?.id ?? null),
    reachedAt: last?.at.toISOString() ?? null,
  };
}
