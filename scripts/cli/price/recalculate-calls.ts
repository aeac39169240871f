import { previewRecalculation, type Recalculated, recalculate } from "@/lib/prices/recalculate";
import type { CommonOptions } from "../leaf";
import { printValue } from "../output";
import { requireTeam } from "../require-team";
import { UsageError } from "../usage-error";
import { withContext } from "../with-context";

interface RecalculateOptions extends CommonOptions {
  team?: string;
  vendor: string;
  model: string;
  from: Date;
  to?: Date;
  reason?: string;
  preview?: boolean;
}

/** Corrects what calls have cost, or says what that would do. */
export async function recalculateCalls(options: RecalculateOptions): Promise<void> {
  const { vendor, model, from, to, reason, preview = false } = options;
  const range = { vendor, model, from, ...(to && { to }) };
  const done = await withContext(options, (context) => {
    requireTeam(context);
    if (preview) return previewRecalculation(context, range);
    if (reason === undefined) throw new UsageError("--reason: say why, it stands beside each correction.");
    return recalculate(context, { ...range, reason });
  });
  printValue(done, options, describe(done, preview));
}

function describe({ calls, corrected, priced, unpriced, added }: Recalculated, preview: boolean): string {
  const sums = added.map(({ amount, currency }) => `${amount} ${currency}`).join(", ") || "nothing";
  const verb = preview ? "would be corrected" : "corrected";
  return [
    `${corrected} of ${calls} calls ${verb}, ${priced} of which had no price; in all ${sums} is added.`,
    ...(unpriced > 0 ? [`${unpriced} still have no price and stay as they are.`] : []),
  ].join("\n");
}
