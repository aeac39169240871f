import type { Context } from "@/lib/context";
import { listPriceKeys } from "@/lib/prices/list-price-keys";
import { previewPrice } from "@/lib/prices/preview-price";
import { type PriceInput, PriceTerms } from "@/lib/prices/price-input";
import { setPrice } from "@/lib/prices/set-price";
import { Failure } from "../failure";
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
  credential?: string;
  preview?: boolean;
}

const MoreTerms = PriceTerms.omit({ currency: true, perMillion: true });

/** Sets a price and prints the version that it made, or what it would have made of calls. */
export async function setPriceVersion(options: SetOptions): Promise<void> {
  if (options.preview) return showPreview(options);
  const version = await withContext(options, async (context) => {
    if (options.team !== undefined) requireTeam(context);
    return setPrice(context, await toInput(context, options));
  });
  const whose = options.team === undefined ? "all teams" : `the team ${options.team}`;
  printValue(version, options, `${options.vendor}/${version.model} for ${whose} from ${version.validFrom}.`);
}

async function showPreview(options: SetOptions): Promise<void> {
  const preview = await withContext(options, async (context) => {
    if (options.team !== undefined) requireTeam(context);
    return previewPrice(context, await toInput(context, options));
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

async function toInput(context: Context, options: SetOptions): Promise<PriceInput> {
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
    ...(options.credential !== undefined && { credentialId: await findKey(context, options) }),
  };
}

async function findKey(context: Context, { vendor, team, credential }: SetOptions): Promise<string> {
  const keys = (await listPriceKeys(context)).filter(
    (key) => key.vendor === vendor && (team !== undefined || key.scope === "instance"),
  );
  const [found, ...more] = keys.filter(({ id, last4 }) => credential === id || credential === last4);
  if (found && more.length === 0) return found.id;
  const known = keys.map(({ id, name, last4 }) => `${name} ${last4 ?? "without a key"} (${id})`).join(", ");
  throw new Failure(`--credential: which key of ${vendor} is meant? There are: ${known || "none"}.`);
}

function readTerms(text: string) {
  try {
    return MoreTerms.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is no JSON" : String(error);
    throw new UsageError(`--terms: ${why}. See docs/pricing.md.`);
  }
}
