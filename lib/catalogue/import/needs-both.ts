import type { StatedPrices } from "@/lib/pricing/make-rate";

type Stated = Partial<Record<keyof StatedPrices, string | undefined>>;

/** A whole price, or null where the file prices neither input nor output.
 *  @throws RangeError where it has only one of them, or others without them: what is missing is never zero */
export function needsBoth({ input, output, ...rest }: Stated): StatedPrices | null {
  const others = Object.fromEntries(Object.entries(rest).filter(([, price]) => price !== undefined));
  if (input === undefined && output === undefined && Object.keys(others).length === 0) return null;
  if (input === undefined) throw new RangeError("there is no price of input");
  if (output === undefined) throw new RangeError("there is no price of output");
  return { input, output, ...others };
}
