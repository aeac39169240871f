import { listDeployments } from "@/db/queries/catalogue";
import { listCallsOfModel } from "@/db/queries/corrections";
import { type Book, readBook } from "@/lib/catalogue/book";
import type { PlacedPrice } from "@/lib/catalogue/price-book";
import { namesPricedAs } from "@/lib/catalogue/shipped-prices";
import type { Context } from "@/lib/context";
import { type AmountSum, AmountSums } from "@/lib/money/amount-sums";
import { parse } from "@/lib/parse";
import { costAt, costNow } from "./call-cost";
import { PriceInput } from "./price-input";
import { requirePriceWrite } from "./require-price-write";
import { requirePricedKey } from "./require-priced-key";
import { rateOf } from "./set-price";

const PAGE = 1000;
/** More calls than this take too long to wait for; the newest tell enough. */
const MOST_CALLS = 200_000;
const DAY_MS = 86_400_000;
const PREVIEW_DAYS = 30;

export interface PricePreview {
  days: number;
  calls: number;
  /** What these calls cost as the ledger has it. */
  actual: AmountSum[];
  unpricedNow: number;
  /** What they would have cost at the price, in its currency. */
  wouldBe: AmountSum[];
  /** Calls that used what it has no price for. */
  unpricedThen: number;
  /** False: there were more calls; these are the newest. */
  complete: boolean;
}

/** What a price would have made of the calls that were really made and that it would reach: of the team's, or with the
 *  scope `instance` of all teams'; under the model's other names too, and without those that a more particular price
 *  has now. Sets nothing. Exact to the last digit.
 *  @throws AppError `forbidden`, `invalid_input` */
export async function previewPrice(
  context: Context,
  input: PriceInput,
  { days = PREVIEW_DAYS, mostCalls = MOST_CALLS }: { days?: number; mostCalls?: number } = {},
): Promise<PricePreview> {
  const { db, actor } = context;
  requirePriceWrite(actor, input.scope);
  const given = parse(PriceInput, input);
  await requirePricedKey(context, given);
  const to = new Date();
  const rate = rateOf(given, to, null, to);
  const { vendor, model, scope, credentialId = null } = given;
  const placed: PlacedPrice = { scope, vendor, model, credentialId };
  const bookOf = booksOf(db);
  const teamId = scope === "instance" ? null : actor.teamId;
  const aliases = await otherNames(db, teamId, vendor, model);
  const range = { vendor, model, aliases, from: new Date(to.getTime() - days * DAY_MS), to };
  const [actual, wouldBe] = [new AmountSums(), new AmountSums()];
  const counts = { calls: 0, unpricedNow: 0, unpricedThen: 0 };
  let beforeId: string | null = null;
  let complete = false;
  let lookedAt = 0;
  while (!complete && lookedAt < mostCalls) {
    const limit = Math.min(PAGE, mostCalls - lookedAt);
    const rows = await listCallsOfModel(db, { teamId, credentialId, ...range }, { beforeId }, limit + 1);
    const calls = rows.slice(0, limit);
    complete = rows.length <= limit;
    lookedAt += calls.length;
    for (const call of calls) {
      if (!(await bookOf(call.teamId)).reaches(placed, call, to)) continue;
      const now = costNow(call);
      const then = costAt(call, rate);
      counts.calls += 1;
      if (now === null) counts.unpricedNow += 1;
      for (const [currency, pico] of now ?? []) actual.add(currency, pico);
      if (then === null) counts.unpricedThen += 1;
      else wouldBe.add(then.currency, then.pico);
    }
    beforeId = calls.at(-1)?.id ?? null;
  }
  return { days, ...counts, actual: actual.list(), wouldBe: wouldBe.list(), complete };
}

/** Those that the model's price may hold for: a price list's, and those that customers gave it. */
async function otherNames(db: Context["db"], teamId: string | null, vendor: string, model: string) {
  const listed = namesPricedAs(vendor, model).map((name) => ({ vendor, model: name }));
  const known = [{ vendor, model }, ...listed].map((one) => `${one.vendor}/${one.model}`.toLowerCase());
  return [...listed, ...(await listDeployments(db, teamId, known))];
}

/** Each team's book, read once. */
function booksOf(db: Context["db"]): (teamId: string) => Promise<Book> {
  const books = new Map<string, Promise<Book>>();
  return (teamId) => {
    const book = books.get(teamId) ?? readBook(db, teamId);
    books.set(teamId, book);
    return book;
  };
}
