import type { Rate } from "./rate";

/** `vendor/alias` to the model whose price it has. Only what a price list says: a name that merely looks
 *  like another is not priced as it. Keys are lower case. */
export type ModelAliases = Readonly<Record<string, string>>;

/** The price of `vendor`'s `model` on the UTC day of `at`, or null: unpriced, which is not free.
 *  Names match in any case. Of two versions that both hold, the later `validFrom` wins, then the earlier
 *  place in `rates`. */
export function findRate(
  rates: readonly Rate[],
  vendor: string,
  model: string,
  at: Date,
  aliases: ModelAliases = {},
): Rate | null {
  const day = at.toISOString().slice(0, 10);
  const direct = latestOn(rates, vendor, model, day);
  if (direct) return direct;
  const alias = `${vendor}/${model}`.toLowerCase();
  const target = Object.hasOwn(aliases, alias) ? aliases[alias] : undefined;
  return target === undefined ? null : latestOn(rates, vendor, target, day);
}

function latestOn(rates: readonly Rate[], vendor: string, model: string, day: string): Rate | null {
  const name = model.toLowerCase();
  let found: Rate | null = null;
  for (const rate of rates) {
    if (rate.vendor !== vendor || rate.model.toLowerCase() !== name) continue;
    if (rate.validFrom > day || (rate.validTo !== null && rate.validTo <= day)) continue;
    if (!found || rate.validFrom > found.validFrom) found = rate;
  }
  return found;
}
