import type { StatedPrices } from "@/lib/pricing/make-rate";
import type { ImportedPrice } from "./imported";

const isZero = (price: string): boolean => !/[1-9]/.test(price);

/** A paid model's price without the zeros of its lesser parts, which these files also write where none is known: what
 *  is then missing stands in or is unpriced, but is not free.
 *  @throws RangeError where only the input or only the output is zero */
export function withoutZeros({ perMillion, tiers, tariffs, ...price }: ImportedPrice): ImportedPrice {
  return {
    ...price,
    perMillion: paid(perMillion),
    ...(tiers && { tiers: tiers.map((tier) => ({ ...tier, perMillion: paid(tier.perMillion) })) }),
    ...(tariffs && {
      tariffs: tariffs.map((tariff) => ({
        ...tariff,
        perMillion: paid(tariff.perMillion),
        ...(tariff.tiers && {
          tiers: tariff.tiers.map((tier) => ({ ...tier, perMillion: paid(tier.perMillion) })),
        }),
      })),
    }),
  };
}

/** Whether nothing at all is charged. */
export const isZeroPrice = ({ input, output }: StatedPrices): boolean => isZero(input) && isZero(output);

function paid(perMillion: StatedPrices): StatedPrices {
  const { input, output, ...rest } = perMillion;
  if (isZero(input) || isZero(output))
    throw new RangeError("its input or its output alone is said to be free");
  const stated = Object.entries(rest).filter(([, price]) => price !== undefined && !isZero(price));
  return { input, output, ...Object.fromEntries(stated) };
}
