import { previewRecalculation } from "@/lib/prices/look-through";
import { recalculate } from "@/lib/prices/recalculate";
import type { Recalculated } from "@/lib/prices/recalculated";
import type { CommonOptions } from "../leaf";
import { note, printValue } from "../output";
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
    const onStep = progress(preview);
    if (preview) return previewRecalculation(context, range, onStep);
    if (reason === undefined) throw new UsageError("--reason: say why, it stands beside each correction.");
    return recalculate(context, { ...range, reason }, onStep);
  });
  printValue(done, options, describe(done, preview));
}

const TELL_EVERY_MS = 1000;

/** Says how far it is where that takes longer than a moment. */
function progress(preview: boolean): (soFar: Recalculated) => void {
  let toldAt = performance.now();
  return ({ calls, corrected }) => {
    if (performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    note(`${calls} calls looked at, ${corrected} ${preview ? "to be corrected" : "corrected"} ...`);
  };
}

function describe({ calls, corrected, priced, unpriced, added }: Recalculated, preview: boolean): string {
  const sums = added.map(({ amount, currency }) => `${amount} ${currency}`).join(", ") || "nothing";
  const verb = preview ? "would be corrected" : "corrected";
  return [
    `${corrected} of ${calls} calls ${verb}, ${priced} of which had no price; in all ${sums} is added.`,
    ...(unpriced > 0 ? [`${unpriced} still have no price and stay as they are.`] : []),
  ].join("\n");
}
