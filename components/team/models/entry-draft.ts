import type { CatalogueEntry } from "@/lib/catalogue/entry";
import { MODES, type Mode } from "@/lib/router/choice";
import { EFFORTS, type Effort } from "@/lib/router/effort";

export type Medium = NonNullable<CatalogueEntry["inputs"]>[number];

/** An entry as it is typed and chosen; empty says nothing. */
export interface EntryDraft {
  name: string;
  chineseName: string;
  context: string;
  outputLimit: string;
  modes: readonly Mode[];
  reasoning: string;
  shown: string;
  efforts: readonly Effort[];
  inputs: readonly Medium[];
  outputs: readonly Medium[];
  tools: string;
  structured: string;
  cutoff: string;
  deprecated: string;
}

export const THINKING = ["none", "always", "switchable"] as const;
export const MEDIA = ["text", "image", "audio", "video", "file"] as const satisfies readonly Medium[];

export function toDraft(entry: CatalogueEntry): EntryDraft {
  return {
    name: entry.name ?? "",
    chineseName: entry.chineseName ?? "",
    context: toText(entry.contextLength),
    outputLimit: toText(entry.outputLimit),
    modes: entry.modes ?? [],
    reasoning: entry.reasoning ?? "",
    shown: toAnswer(entry.reasoningShown),
    efforts: entry.efforts ?? [],
    inputs: entry.inputs ?? [],
    outputs: entry.outputs ?? [],
    tools: toAnswer(entry.tools),
    structured: toAnswer(entry.structuredOutput),
    cutoff: entry.knowledgeCutoff ?? "",
    deprecated: entry.deprecatedOn ?? "",
  };
}

/** What was typed, over what was said before of things that cannot be typed here. */
export function readDraft(
  draft: EntryDraft,
  { id, sameAs }: CatalogueEntry,
): { entry: CatalogueEntry; wrong: (keyof EntryDraft)[] } {
  const context = toTokens(draft.context);
  const outputLimit = toTokens(draft.outputLimit);
  const cutoff = draft.cutoff.trim();
  const deprecated = draft.deprecated.trim();
  const wrong: (keyof EntryDraft)[] = [];
  if (context === null) wrong.push("context");
  if (outputLimit === null) wrong.push("outputLimit");
  if (cutoff !== "" && !isPartOfDay(cutoff)) wrong.push("cutoff");
  if (deprecated !== "" && !isDay(deprecated)) wrong.push("deprecated");
  const entry = given({
    id,
    sameAs,
    name: draft.name.trim() || undefined,
    chineseName: draft.chineseName.trim() || undefined,
    contextLength: context ?? undefined,
    outputLimit: outputLimit ?? undefined,
    modes: inOrder(MODES, draft.modes),
    reasoning: THINKING.find((one) => one === draft.reasoning),
    reasoningShown: fromAnswer(draft.shown),
    efforts: inOrder(EFFORTS, draft.efforts),
    inputs: inOrder(MEDIA, draft.inputs),
    outputs: inOrder(MEDIA, draft.outputs),
    tools: fromAnswer(draft.tools),
    structuredOutput: fromAnswer(draft.structured),
    knowledgeCutoff: cutoff || undefined,
    deprecatedOn: deprecated || undefined,
  });
  return { entry, wrong };
}

type Unsaid<Values> = { [Key in keyof Values]: Values[Key] | undefined };

/** What is said, without what is not: the type wants nothing undefined. */
function given(values: Unsaid<Required<CatalogueEntry>>): CatalogueEntry {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

const toText = (count: number | undefined): string => (count === undefined ? "" : String(count));
const toAnswer = (flag: boolean | undefined): string => (flag === undefined ? "" : flag ? "yes" : "no");
const fromAnswer = (text: string): boolean | undefined => (text === "" ? undefined : text === "yes");

/** Whatever the order in which they were pressed. */
function inOrder<One>(all: readonly One[], chosen: readonly One[]): One[] | undefined {
  return chosen.length === 0 ? undefined : all.filter((one) => chosen.includes(one));
}

/** Undefined: nothing was typed; null: no count of tokens. */
function toTokens(text: string): number | null | undefined {
  const plain = text.replace(/[\s,_]/g, "");
  if (plain === "") return undefined;
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : null;
}

/** A year, a month or a day. */
function isPartOfDay(text: string): boolean {
  return isDay(`${text}${"-01-01".slice(Math.max(0, text.length - "2026".length))}`);
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
