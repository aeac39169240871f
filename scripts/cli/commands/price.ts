import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { BUCKETS, EMPTY_BUCKETS, type TokenBuckets } from "@/lib/pricing/buckets";
import { leaf, withCommonOptions } from "../leaf";
import { parseInstant } from "../parse-instant";
import type { recalculateCalls } from "../price/recalculate-calls";
import type { setPriceVersion } from "../price/set-price-version";
import type { showPrice } from "../price/show-price";
import { VENDOR_IDS } from "../vendor-ids";

const TEAM = "the only or first team unless it is given";
const Usage = z.partialRecord(z.enum(BUCKETS), z.int().nonnegative());

/** `price` alone asks for one; its verbs change what it is. */
export function addPriceCommands(price: Command): void {
  const quote = price
    .command("quote", { isDefault: true, hidden: true })
    .description("what a call costs")
    .addOption(vendorOption())
    .requiredOption("--model <id>", "as the vendor names it")
    .option(
      "--at <date>",
      "when the call is made, UTC, such as 2026-01-31; now unless it is given",
      parseInstant,
    )
    .requiredOption(
      "--usage <json>",
      `what the call used, in disjoint buckets: ${BUCKETS.join(", ")}`,
      parseUsage,
    )
    .option("--service-tier <name>", "such as batch or priority; the standard one unless it is given")
    .option("--team <id or name>", TEAM);
  withCommonOptions(quote).action(async (...[options]: Parameters<typeof showPrice>) =>
    (await import("../price/show-price")).showPrice(options),
  );

  const set = leaf(price, "set", "state a price per million tokens, for all teams unless one is given")
    .addOption(vendorOption())
    .requiredOption("--model <id>", "as the vendor names it")
    .requiredOption("--currency <code>", "such as USD or CNY", parseCurrency)
    .requiredOption("--input <price>", "of fresh input, such as 0.15", parsePrice)
    .requiredOption("--output <price>", "of output", parsePrice)
    .option("--cache-read <price>", "the input's unless it is given", parsePrice)
    .option("--cache-write <price>", "for five minutes; the input's unless it is given", parsePrice)
    .option("--cache-write-1h <price>", "for an hour", parsePrice)
    .option("--reasoning <price>", "the output's unless it is given", parsePrice)
    .option(
      "--terms <json>",
      "what else it depends on: {tiers, tiersBy, tariffs, minimum}, see docs/pricing.md",
    )
    .option("--from <date>", "from when it holds; from now unless it is given", parseInstant)
    .option("--to <date>", "from when it no longer holds", parseInstant)
    .option("--note <text>", "why, or where it is written")
    .option("--team <id or name>", "only for this team")
    .option("--credential <key>", "only for calls with this key: its last four characters, or its id")
    .option("--preview", "set nothing; say what the calls of the last 30 days would have cost");
  withCommonOptions(set).action(async (...[options]: Parameters<typeof setPriceVersion>) =>
    (await import("../price/set-price-version")).setPriceVersion(options),
  );
  addRecalculate(price);
}

function addRecalculate(price: Command): void {
  const again = leaf(price, "recalculate", "correct what a model's calls have cost to what the book says now")
    .addOption(vendorOption())
    .requiredOption("--model <id>", "as the calls name it")
    .requiredOption("--from <date>", "calls that began then or later", parseInstant)
    .option("--to <date>", "and before then; now unless it is given", parseInstant)
    .option("--reason <text>", "why; it stands beside each correction")
    .option("--preview", "correct nothing; say what would be corrected")
    .option("--team <id or name>", TEAM);
  withCommonOptions(again).action(async (...[options]: Parameters<typeof recalculateCalls>) =>
    (await import("../price/recalculate-calls")).recalculateCalls(options),
  );
}

const vendorOption = () =>
  new Option("--vendor <id>", "whose model").choices(VENDOR_IDS).makeOptionMandatory();

function parsePrice(text: string): string {
  if (/^\d{1,12}(\.\d{1,12})?$/.test(text)) return text;
  throw new InvalidArgumentError("It must be a number such as 0.15, not negative, in units of the currency.");
}

function parseCurrency(text: string): string {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError("It must be a currency's code such as USD or CNY.");
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
