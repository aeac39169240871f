import { isDeepStrictEqual } from "node:util";
import { appendCorrections, type CallsOfModel, lockLedger } from "@/db/queries/corrections";
import { recordAudit } from "@/lib/audit/record";
import { type Book, readBook } from "@/lib/catalogue/book";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type AmountSum, AmountSums } from "@/lib/money/amount-sums";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { type FoundCorrections, findCorrections } from "./find-corrections";
import { RecalculationInput, RecalculationRange } from "./recalculation-input";

/** While a page is corrected the team's other calls wait to be recorded. */
const PAGE = 200;

export interface Recalculated {
  /** That were looked at. */
  calls: number;
  /** Whose cost was not what the book says. */
  corrected: number;
  /** Of these, those that had no price before. */
  priced: number;
  /** That the book has no price for; they stay as they are. */
  unpriced: number;
  /** What is added to the total of each currency; may be negative. */
  added: AmountSum[];
}

/** Makes the cost of each of a model's calls what the price book says now for the moment of the call: what is to be
 *  added, or taken back, is appended to the ledger with the reason. The calls' own rows stay as they are. Done again it
 *  adds nothing, also when it is done twice at once.
 *  @throws AppError `forbidden`, `invalid_input`, and `conflict`, with nothing added, where it would not do what is
 *  `expected` of it */
export async function recalculate(context: Context, input: RecalculationInput): Promise<Recalculated> {
  requirePermission(context.actor, "price:write");
  const { reason, expected, ...given } = parse(RecalculationInput, input);
  const { teamId, personId } = context.actor;
  const range = toRange(teamId, given);
  const book = await readBook(context.db, teamId);
  if (expected) await requireExpected(context, book, range, expected);
  return sumPages((afterId) =>
    transact(context, async (inner) => {
      await lockLedger(inner.db, teamId);
      const found = await findCorrections(inner, book, range, afterId, PAGE);
      if (found.rows.length === 0) return found;
      await appendCorrections(inner.db, { teamId, personId, reason }, found.rows);
      const { corrected, rows } = found;
      const after = { ...given, reason, calls: corrected, rows: rows.length };
      await recordAudit(inner, { action: "price.recalculated", after });
      return found;
    }),
  );
}

/** What `recalculate` would do now. Changes nothing.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function previewRecalculation(
  context: Context,
  input: RecalculationRange,
): Promise<Recalculated> {
  requirePermission(context.actor, "price:write");
  const range = toRange(context.actor.teamId, parse(RecalculationRange, input));
  return tryOut(context, await readBook(context.db, context.actor.teamId), range);
}

function tryOut(context: Context, book: Book, range: CallsOfModel): Promise<Recalculated> {
  return sumPages((afterId) => findCorrections(context, book, range, afterId, PAGE));
}

async function requireExpected(
  context: Context,
  book: Book,
  range: CallsOfModel,
  expected: Pick<Recalculated, "corrected" | "added">,
): Promise<void> {
  const { corrected, added } = await tryOut(context, book, range);
  if (!isDeepStrictEqual({ corrected, added }, expected)) throw new AppError("conflict");
}

function toRange(teamId: string, { vendor, model, from, to = new Date() }: RecalculationRange): CallsOfModel {
  return { teamId, vendor, model, from, to };
}

async function sumPages(next: (afterId: string | null) => Promise<FoundCorrections>): Promise<Recalculated> {
  const sums = new AmountSums();
  const counts = { calls: 0, corrected: 0, priced: 0, unpriced: 0 };
  let afterId: string | null = null;
  do {
    const found: FoundCorrections = await next(afterId);
    for (const name of ["calls", "corrected", "priced", "unpriced"] as const) counts[name] += found[name];
    for (const { currency, costPico } of found.rows) sums.add(currency, costPico);
    afterId = found.nextAfterId;
  } while (afterId !== null);
  return { ...counts, added: sums.list() };
}
