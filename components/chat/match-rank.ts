/** What something is found by. */
export interface SearchText {
  /** Lower case. */
  names: readonly string[];
  /** The names without what is neither letter nor digit, so that "gpt4o" finds GPT-4o. */
  squashed: readonly string[];
  /** What it belongs to, lower case: found by it too, but after what is called so. */
  around: string;
}

export interface SearchQuery {
  /** Lower case, each with its squashed form. */
  words: readonly (readonly [word: string, squashed: string])[];
  squashed: string;
}

export function toSearchText(names: readonly (string | null)[], around: string): SearchText {
  const lower = [...new Set(names.flatMap((name) => name?.toLowerCase() ?? []))];
  return { names: lower, squashed: lower.map(squash), around: around.toLowerCase() };
}

/** Null where there is nothing to look for. */
export function toSearchQuery(text: string): SearchQuery | null {
  const lower = text.toLowerCase();
  const words = lower.split(/\s+/).map((word) => [word, squash(word)] as const);
  const found = words.filter(([, squashed]) => squashed !== "");
  return found.length === 0 ? null : { words: found, squashed: squash(lower) };
}

/** How far a text is from what is looked for, 0 for its very name; null where a word is nowhere in it. */
export function matchRank(text: SearchText, { words, squashed }: SearchQuery): number | null {
  let sum = 0;
  for (const [word, squashedWord] of words) {
    const rank = wordRank(text, word, squashedWord);
    if (rank === null) return null;
    sum += rank;
  }
  return phraseRank(text, squashed) * MOST_WORD_RANK + sum / words.length;
}

/** The whole text, whatever stands between its words. */
function phraseRank({ squashed: names }: SearchText, squashed: string): number {
  if (names.includes(squashed)) return 0;
  return names.some((name) => name.startsWith(squashed)) ? 1 : 2;
}

/** Above every rank of a word. */
const MOST_WORD_RANK = 5;

function wordRank(
  { names, squashed, around }: SearchText,
  word: string,
  squashedWord: string,
): number | null {
  let best: number | null = null;
  for (const name of names) {
    const at = name.indexOf(word);
    if (at === 0) return 0;
    if (at > 0) best = Math.min(best ?? 2, beginsWord(name, word) ? 1 : 2);
  }
  if (best !== null) return best;
  if (squashed.some((name) => name.includes(squashedWord))) return 3;
  return around.includes(word) ? 4 : null;
}

function beginsWord(name: string, word: string): boolean {
  for (let at = name.indexOf(word); at !== -1; at = name.indexOf(word, at + 1)) {
    if (at === 0 || BETWEEN.test(name.charAt(at - 1))) return true;
  }
  return false;
}

const BETWEEN = /[^\p{L}\p{N}]/u;
const squash = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
