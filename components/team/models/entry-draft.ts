import type { CatalogueEntry } from "@/lib/catalogue/entry";

/** An entry as it is typed; empty says nothing. */
export interface EntryDraft {
  name: string;
  chineseName: string;
  context: string;
  outputLimit: string;
  reasoning: string;
  tools: string;
  deprecated: string;
}

const THINKING = ["none", "always", "switchable"] as const;

export function toDraft(entry: CatalogueEntry): EntryDraft {
  return {
    name: entry.name ?? "",
    chineseName: entry.chineseName ?? "",
    context: entry.contextLength === undefined ? "" : String(entry.contextLength),
    outputLimit: entry.outputLimit === undefined ? "" : String(entry.outputLimit),
    reasoning: entry.reasoning ?? "",
    tools: entry.tools === undefined ? "" : entry.tools ? "yes" : "no",
    deprecated: entry.deprecatedOn ?? "",
  };
}

/** What was typed, over what was said before of things that cannot be typed here. */
export function readDraft(
  draft: EntryDraft,
  said: CatalogueEntry,
): { entry: CatalogueEntry; wrong: (keyof EntryDraft)[] } {
  const { name: _n, chineseName: _c, contextLength: _l, outputLimit: _o, reasoning: _r, ...before } = said;
  const { tools: _t, deprecatedOn: _d, ...rest } = before;
  const name = draft.name.trim();
  const chineseName = draft.chineseName.trim();
  const context = toTokens(draft.context);
  const outputLimit = toTokens(draft.outputLimit);
  const reasoning = THINKING.find((one) => one === draft.reasoning);
  const deprecated = draft.deprecated.trim();
  const wrong: (keyof EntryDraft)[] = [];
  if (context === null) wrong.push("context");
  if (outputLimit === null) wrong.push("outputLimit");
  if (deprecated !== "" && !isDay(deprecated)) wrong.push("deprecated");
  const entry: CatalogueEntry = {
    ...rest,
    ...(name !== "" && { name }),
    ...(chineseName !== "" && { chineseName }),
    ...(typeof context === "number" && { contextLength: context }),
    ...(typeof outputLimit === "number" && { outputLimit }),
    ...(reasoning && { reasoning }),
    ...(draft.tools !== "" && { tools: draft.tools === "yes" }),
    ...(deprecated !== "" && { deprecatedOn: deprecated }),
  };
  return { entry, wrong };
}

/** Undefined: nothing was typed; null: no count of tokens. */
function toTokens(text: string): number | null | undefined {
  const plain = text.replace(/[\s,_]/g, "");
  if (plain === "") return undefined;
  return /^[1-9]\d{0,8}$/.test(plain) ? Number(plain) : null;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
