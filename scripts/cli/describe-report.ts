import type { UsageReport } from "@/lib/usage/report-usage";

/** The total in the reporting currency, and how each part of it was found. */
export function describeReport({ currency, sum, totals }: UsageReport): string {
  const lines = totals.map(({ of, amount, rates, left }) => {
    if (amount === null) return `  ${of}: not converted, there is no rate of ${left?.until} or before`;
    const without = left ? `, without ${left.amount} ${of}: there is no rate of ${left.until} or before` : "";
    const [first, last] = [rates.at(0), rates.at(-1)];
    if (!first || !last) return `  ${of}: ${amount} ${currency}`;
    const about = first.exact ? "" : "about ";
    const at =
      rates.length === 1
        ? `at ${about}${first.rate} of ${first.day}`
        : `at ${rates.length} rates, of ${first.day} to ${last.day}`;
    return `  ${of}: ${amount} ${currency}, ${at}${without}`;
  });
  return [`In ${currency}: ${sum ?? "—"}`, ...lines].join("\n");
}
