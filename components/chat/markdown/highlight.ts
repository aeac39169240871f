import type { GrammarState, HighlighterCore } from "shiki/core";
import { loadPatiently } from "../load-patiently";
import { CODE_THEME } from "./code-theme";
import { grammarOf, type HighlightLanguage, highlightLanguage } from "./highlight-languages";

export interface CodeToken {
  /** Where it begins in the code. */
  offset: number;
  text: string;
  color: string | undefined;
}

export interface Coloured {
  lines: CodeToken[][];
  /** What the lines that follow are coloured from. */
  state: GrammarState | undefined;
}

/** Colours code that follows on lines which left `state`. */
export type Colour = (code: string, state?: GrammarState) => Coloured;

/** Bounded by the length of a line and not by time: the first line takes long while the grammar compiles, and
 *  Shiki would leave the rest of it plain. */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 1000 };

let loading: Promise<HighlighterCore> | undefined;
const loaded = new Map<HighlightLanguage, Colour>();

/** Colours in the browser only, where it is loaded with the first block of code. */
function loadHighlighter(): Promise<HighlighterCore> {
  loading ??= loadPatiently(() =>
    Promise.all([import("shiki/core"), import("shiki/engine/javascript")]),
  ).then(([{ createHighlighterCore }, { createJavaScriptRegexEngine }]) =>
    // The engine in JavaScript: the usual one is WebAssembly, which the content security policy forbids.
    createHighlighterCore({
      themes: [CODE_THEME],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
    }),
  );
  return loading;
}

/** What colours a language, or null for one that is not known. */
export async function loadColour(name: string): Promise<Colour | null> {
  const language = highlightLanguage(name);
  if (language === null) return null;
  const highlighter = await loadHighlighter();
  await loadPatiently(() => highlighter.loadLanguage(grammarOf(language)));
  const known = loaded.get(language) ?? colourOf(highlighter, language);
  loaded.set(language, known);
  return known;
}

/** The same if it is there already, without waiting. */
export function loadedColour(name: string): Colour | null {
  const language = highlightLanguage(name);
  return language === null ? null : (loaded.get(language) ?? null);
}

function colourOf(highlighter: HighlighterCore, lang: HighlightLanguage): Colour {
  return (code, state) => {
    const from = state === undefined ? {} : { grammarState: state };
    const { tokens, grammarState } = highlighter.codeToTokens(code, {
      lang,
      theme: CODE_THEME.name,
      ...LIMITS,
      ...from,
    });
    const lines = tokens.map((line) =>
      line.map(({ offset, content, color }) => ({ offset, text: content, color })),
    );
    return { lines, state: grammarState };
  };
}

/** Lines of coloured tokens, or null for a language that is not known. */
export async function highlight(code: string, name: string): Promise<CodeToken[][] | null> {
  const colour = await loadColour(name);
  return colour === null ? null : colour(code).lines;
}
