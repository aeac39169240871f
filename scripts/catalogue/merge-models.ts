import { KNOWN_MODELS } from "@/lib/catalogue/data/known-models";
import { OWN_MODELS } from "@/lib/catalogue/data/own-models";
import { SHUTDOWNS } from "@/lib/catalogue/data/shutdowns";
import { STRUCTURED_OUTPUT, THINKING_SHOWN } from "@/lib/catalogue/data/vendor-rules";
import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { guessReasoning } from "@/lib/catalogue/guess-reasoning";
import { undated } from "@/lib/catalogue/undated";
import { isServed } from "./is-served";
import type { SourceModel } from "./source-model";

export interface Merged {
  models: Record<string, Record<string, CatalogueEntry>>;
  /** `vendor/model field: ours, theirs` where a source says something else than the vendor does. */
  overruled: string[];
}

/** One entry a model. What was read from a vendor's own pages wins over the sources, of which the first to say
 *  something wins; the name alone decides whether thinking can be switched off. */
export function mergeModels(sources: readonly SourceModel[]): Merged {
  const own = ownModels();
  const models = new Map<string, Map<string, CatalogueEntry>>();
  const served = sources.filter(({ vendor, id }) => isServed(vendor, id) && !isOfAnotherProduct(vendor, id));
  for (const { vendor, id, entry } of [...own, ...served]) {
    const ofVendor = models.get(vendor) ?? new Map<string, CatalogueEntry>();
    models.set(vendor, ofVendor);
    const name = id.toLowerCase();
    ofVendor.set(name, { ...entry, ...ofVendor.get(name) });
  }
  const overruled = sources.flatMap(({ vendor, id, entry }) => differences(vendor, id, entry));
  return {
    models: Object.fromEntries(
      [...models].sort(byKey).map(([vendor, entries]) => [vendor, finished(vendor, entries)]),
    ),
    overruled: [...new Set(overruled)].sort(),
  };
}

/** Google's cloud sells other makers' models, which its own interface does not serve. */
const isOfAnotherProduct = (vendor: string, id: string): boolean =>
  vendor === "google" && /^claude-|-maas$/.test(id);

function ownModels(): SourceModel[] {
  const known = Object.entries(KNOWN_MODELS).flatMap(([vendor, rows]) =>
    rows.map(({ id, name, context, output, reasoning }) => ({
      vendor,
      id,
      entry: {
        name,
        ...(context !== null && { contextLength: context }),
        ...(output !== null && { outputLimit: output }),
        reasoning,
      },
    })),
  );
  const shutDown = Object.entries(SHUTDOWNS).flatMap(([vendor, days]) =>
    Object.entries(days).flatMap(([deprecatedOn, ids]) =>
      ids.map((id) => ({ vendor, id, entry: { deprecatedOn } })),
    ),
  );
  return [...OWN_MODELS, ...known, ...shutDown];
}

function differences(vendor: string, id: string, entry: CatalogueEntry): string[] {
  const known = KNOWN_MODELS[vendor]?.find((model) => model.id === id.toLowerCase());
  if (!known) return [];
  const lines: string[] = [];
  const note = (field: string, ours: unknown, theirs: unknown) =>
    lines.push(`${vendor}/${known.id} ${field}: ${ours}, not ${theirs}`);
  if (isFar(known.context, entry.contextLength)) note("context", known.context, entry.contextLength);
  if (isFar(known.output, entry.outputLimit)) note("output", known.output, entry.outputLimit);
  const thinks = entry.reasoning;
  if (thinks && (known.reasoning === "none") !== (thinks === "none"))
    note("reasoning", known.reasoning, thinks);
  return lines;
}

/** Vendors round their figures, by thousands or by 1,024. */
function isFar(ours: number | null, theirs: number | undefined): boolean {
  return ours !== null && theirs !== undefined && Math.abs(ours - theirs) > theirs * 0.06;
}

/** A dated id that is no other model than the undated one needs no entry; what it says more goes to that one. */
function finished(vendor: string, entries: Map<string, CatalogueEntry>): Record<string, CatalogueEntry> {
  const whole = new Map(entries);
  for (const [id, entry] of entries) {
    const current = whole.get(undated(id));
    if (id === undated(id) || !current || !isSame(entry, current)) continue;
    whole.set(undated(id), { ...entry, ...current });
    whole.delete(id);
  }
  return Object.fromEntries([...whole].sort(byKey).map(([id, entry]) => [id, finish(vendor, id, entry)]));
}

function isSame(dated: CatalogueEntry, current: CatalogueEntry): boolean {
  const thinks = (entry: CatalogueEntry) => (entry.reasoning ?? current.reasoning ?? "none") !== "none";
  const isLike = (figure: number | undefined, other: number | undefined) => !isFar(other ?? null, figure);
  return (
    isLike(dated.contextLength, current.contextLength) &&
    isLike(dated.outputLimit, current.outputLimit) &&
    (dated.deprecatedOn ?? current.deprecatedOn) === current.deprecatedOn &&
    thinks(dated) === thinks(current)
  );
}

function finish(vendor: string, id: string, entry: CatalogueEntry): CatalogueEntry {
  const isKnown = KNOWN_MODELS[vendor]?.some((model) => model.id === id) === true;
  const guess = guessReasoning(id);
  const reasoning =
    !isKnown && (entry.reasoning === undefined || (entry.reasoning === "always" && guess !== "none"))
      ? guess
      : (entry.reasoning ?? guess);
  const bare = id.slice(id.lastIndexOf("/") + 1);
  const structured = STRUCTURED_OUTPUT[vendor]?.test(bare);
  const shown = THINKING_SHOWN[vendor];
  const { contextLength, outputLimit, ...rest } = entry;
  // An answer is part of the context: a limit beyond it is another model's.
  const isPossible = contextLength === undefined || outputLimit === undefined || outputLimit <= contextLength;
  return {
    ...rest,
    ...(entry.name === undefined && { name: id }),
    ...(contextLength !== undefined && { contextLength }),
    ...(outputLimit !== undefined && isPossible && { outputLimit }),
    reasoning,
    ...(structured !== undefined && { structuredOutput: structured }),
    ...(shown !== undefined && reasoning !== "none" && { reasoningShown: shown }),
  };
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
