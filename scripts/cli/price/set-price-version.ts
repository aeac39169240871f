import { previewPrice } from "@/lib/prices/preview-price";
import { type PriceInput, PriceTerms } from "@/lib/prices/price-input";
import { setPrice } from "@/lib/prices/set-price";
import type { CommonOptions } from "../leaf";
import { printValue } from "../output";
import { requireTeam } from "../require-team";
import { UsageError } from "../usage-error";
import { withContext } from "../with-context";

interface SetOptions extends CommonOptions {
  team?: string;
  vendor: string;
  model: string;
  currency: string;
  input: string;
  output: string;
  cacheRead?: string;
  cacheWrite?: string;
  cacheWrite1h?: string;
  reasoning?: string;
  terms?: string;
  from?: Date;
  to?: Date;
  note?: string;
  preview?: boolean;
}

const MoreTerms = PriceTerms.omit({ currency: true, perMillion: true });

/** Sets a price and prints the version that it made, or what it would have made of calls. */
export async function setPriceVersion(options: SetOptions): Promise<void> {
  if (options.preview) return showPreview(options);
  const version = await withContext(options, async (context) => {
    if (options.team !== undefined) requireTeam(context);
    return setPrice(context, toInput(options));
  });
  const whose = options.team === undefined ? "all teams" : `the team ${options.team}`;
  printValue(version, options, `${options.vendor}/${version.model} for ${whose} from ${version.validFrom}.`);
}

async function showPreview(options: SetOptions): Promise<void> {
  const preview = await withContext(options, async (context) => {
    if (options.team !== undefined) requireTeam(context);
    return previewPrice(context, toInput(options));
  });
  const { calls, days, actual, wouldBe, unpricedNow, unpricedThen, complete } = preview;
  const amounts = (sums: typeof actual) =>
    sums.map(({ amount, currency }) => `${amount} ${currency}`).join(", ");
  const unpriced = (count: number) => (count > 0 ? `, and ${count} without a price` : "");
  const lines = [
    `The ${complete ? "" : "newest "}${calls} calls of the last ${days} days cost ${amounts(actual) || "nothing"}${unpriced(unpricedNow)}.`,
    `They would have cost ${amounts(wouldBe) || "nothing"}${unpriced(unpricedThen)}.`,
  ];
  printValue(preview, options, lines.join("\n"));
}

function toInput(options: SetOptions): PriceInput {
  const { vendor, model, currency, input, output, cacheRead, cacheWrite, cacheWrite1h, reasoning } = options;
  return {
    scope: options.team === undefined ? "instance" : "team",
    vendor,
    model: model.startsWith(`${vendor}/`) ? model.slice(vendor.length + 1) : model,
    terms: {
      currency,
      perMillion: {
        input,
        output,
        ...(cacheRead !== undefined && { cacheRead }),
        ...(cacheWrite !== undefined && { cacheWrite }),
        ...(cacheWrite1h !== undefined && { cacheWrite1h }),
        ...(reasoning !== undefined && { reasoning }),
      },
      ...(options.terms !== undefined && readTerms(options.terms)),
    },
    ...(options.from && { validFrom: options.from }),
    ...(options.to && { validTo: options.to }),
    ...(options.note !== undefined && { note: options.note }),
  };
}

function readTerms(text: string) {
  try {
    return MoreTerms.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is no JSON" : String(error);
    throw new UsageError(`--terms: ${why}. See docs/pricing.md.`);
  }
}
