import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Choice } from "@/lib/router/choice";
import { nameOf } from "@/lib/router/model-name";
import { matchName } from "@/lib/router/policy/match-name";
import type { CallPlan } from "./decide";
import type { Offers } from "./offers";

type Key = NonNullable<Context["key"]>;

const MOST = 200;
/** The same object for the same list, so that what is kept by it is kept. */
const kept = new WeakMap<Offers["models"], Map<string, Offers["models"]>>();

/** What is left of a team's offers for a key that may not ask every model. */
export function limitOffers(offers: Offers, key: Pick<Key, "models"> | undefined): Offers {
  const patterns = key?.models ?? null;
  if (patterns === null) return offers;
  const known = kept.get(offers.models) ?? new Map<string, Offers["models"]>();
  kept.set(offers.models, known);
  const id = JSON.stringify(patterns);
  const models =
    known.get(id) ??
    offers.models.filter(
      ({ row, provider, model }) =>
        isAmong(patterns, nameOf({ provider, model })) ||
        isAmong(patterns, nameOf({ provider: row.vendor, model })),
    );
  if (known.size >= MOST) known.clear();
  known.set(id, models);
  return { ...offers, models };
}

/** @throws AppError `model_blocked` for a mode that a key is not for */
export function requireMode(choice: Choice, key: Pick<Key, "modes"> | undefined): void {
  const modes = key?.modes ?? null;
  if (choice.kind !== "mode" || modes === null || modes.includes(choice.mode)) return;
  throw new AppError("model_blocked", { model: choice.mode });
}

/** A provider that keeps no list may have any model, so what was decided is looked at once more.
 *  @throws AppError `model_blocked` */
export function limitPlan(plan: CallPlan, offers: Offers, key: Pick<Key, "models"> | undefined): CallPlan {
  const patterns = key?.models ?? null;
  if (patterns === null) return plan;
  const listed = new Set(offers.models.map(nameOf));
  const options = plan.options.filter(
    (option) => listed.has(nameOf(option)) || isAmong(patterns, nameOf(option)),
  );
  const [first] = plan.options;
  if (options.length === 0 && first) throw new AppError("model_blocked", { model: nameOf(first) });
  return { ...plan, options };
}

/** Whether a key may ask a model of this `provider/model` name. */
export function isForKey(name: string, key: Pick<Key, "models"> | undefined): boolean {
  return key?.models == null || isAmong(key.models, name);
}

const isAmong = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => matchName(pattern, name));
