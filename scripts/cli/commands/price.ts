import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { shippedRate } from "@/lib/catalogue/shipped-prices";
import { BUCKETS, EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { EXIT_FAILED } from "../exit-code";
import type { CommonOptions } from "../leaf";
import { withCommonOptions } from "../leaf";
import { note, print, printJson } from "../output";
import { parseInstant } from "../parse-instant";
import { quotePrice } from "../price/quote-price";
import { VENDOR_IDS } from "../vendor-ids";

interface PriceOptions extends CommonOptions {
  vendor: string;
  model: string;
  at?: Date;
  usage: TokenBuckets;
}

const Usage = z.partialRecord(z.enum(BUCKETS), z.int().nonnegative());

export function addPrice(price: Command): void {
  price
    .addOption(new Option("--vendor <id>", "whose model").choices(VENDOR_IDS).makeOptionMandatory())
    .requiredOption("--model <id>", "as the vendor names it")
    .option(
      "--at <date>",
      "the day of the call, UTC, such as 2026-01-31; today unless it is given",
      parseInstant,
    )
    .requiredOption(
      "--usage <json>",
      `what the call used, in disjoint buckets: ${BUCKETS.join(", ")}`,
      parseUsage,
    );
  withCommonOptions(price).action(showPrice);
}

function showPrice({ vendor, model, at = new Date(), usage, json }: PriceOptions): void {
  const name = model.startsWith(`${vendor}/`) ? model.slice(vendor.length + 1) : model;
  const quote = quotePrice(usage, shippedRate(vendor, name, at));
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

function parseUsage(text: string): TokenBuckets {
  const parsed = z.string().transform(toJson).pipe(Usage).safeParse(text);
  if (parsed.success) return { ...EMPTY_BUCKETS, ...parsed.data };
  throw new InvalidArgumentError(
    `It must be JSON such as {"input":1000,"output":200}, with counts under ${BUCKETS.join(", ")}.`,
  );
}

function toJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "no JSON" });
    return z.NEVER;
  }
}
