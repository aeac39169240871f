import { readBook } from "@/lib/catalogue/book";
import type { TokenBuckets } from "@/lib/pricing/buckets";
import { EXIT_FAILED } from "../exit-code";
import type { CommonOptions } from "../leaf";
import { note, print, printJson } from "../output";
import { withContext } from "../with-context";
import { quotePrice } from "./quote-price";

interface PriceOptions extends CommonOptions {
  vendor: string;
  model: string;
  at?: Date;
  usage: TokenBuckets;
  serviceTier?: string;
  team?: string;
}

/** Prints what a call costs, with the arithmetic. */
export async function showPrice(options: PriceOptions): Promise<void> {
  const { vendor, model, at = new Date(), usage, serviceTier = null, json } = options;
  const name = model.startsWith(`${vendor}/`) ? model.slice(vendor.length + 1) : model;
  const book = await withContext(options, ({ db, actor }) => readBook(db, actor.teamId));
  const quote = quotePrice(usage, book.rate(vendor, name, at), { startedAt: at, endedAt: at, serviceTier });
  if (json) printJson(quote);
  if (quote.cost === null) {
    const day = at.toISOString().slice(0, 10);
    const what = quote.missing === null ? "" : ` for ${quote.missing}`;
    note(`error: no price of ${vendor}/${name} on ${day}${what} is known.`);
    process.exitCode = EXIT_FAILED;
  } else if (!json) {
    print(`${quote.cost} ${quote.currency}`);
    for (const { bucket, units, perMillion, cost } of quote.lines)
      note(`  ${bucket}: ${units} at ${perMillion} per million is ${cost}`);
    note(`  Price: ${quote.version}`);
  }
}
