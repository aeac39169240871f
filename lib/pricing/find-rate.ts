import type { Rate } from "./rate";

/** `vendor/alias` to the model whose price it has. Only what a price list says: a name that merely looks
 *  like another is not priced as it. Keys are lower case. */
export type ModelAliases = Readonly<Record<string, string>>;

/** The price of `vendor`'s `model` at `at`, or null: unpriced, which is not free. Names match in any case. Of two
 *  versions that both hold, the later `validFrom` wins, then the earlier place in `rates`. */
export function findRate(
  rates: readonly Rate[],
  vendor: string,
  model: string,
  at: Date,
  aliases: ModelAliases = {},
): Rate | null {
  const direct = latestAt(rates, vendor, model, at);
  if (direct) return direct;
  const alias = `${vendor}/${model}`.toLowerCase();
  const target = Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
  return target === undefined ? null : latestAt(rates, vendor, target, at);
}

function latestAt(rates: readonly Rate[], vendor: string, model: string, at: Date): Rate | null {
  const name = model.toLowerCase();
  let found: Rate | null = null;
  for (const rate of rates) {
    if (rate.vendor !== vendor || rate.model.toLowerCase() !== name) continue;
    if (!holdsAt(rate, at)) continue;
    if (!found || Date.parse(rate.validFrom) > Date.parse(found.validFrom)) found = rate;
  }
  return found;
}

/** A date alone is its midnight, UTC. */
function holdsAt({ validFrom, validTo }: Rate, at: Date): boolean {
  const time = at.getTime();
  return Date.parse(validFrom) <= time && (validTo === null || time < Date.parse(validTo));
}
