import type { HighlighterCore } from "shiki/core";
import { CODE_THEME } from "./code-theme";
import { grammarOf, highlightLanguage } from "./highlight-languages";

export interface CodeToken {
  /** Where it begins in the code. */
  offset: number;
  text: string;
  color: string | undefined;
}

/** Bounded by the length of a line and not by time: the first line takes long while the grammar compiles, and
 *  Shiki would leave the rest of it plain. */
const LIMITS = { tokenizeTimeLimit: 0, tokenizeMaxLineLength: 1000 };

let loading: Promise<HighlighterCore> | undefined;

/** Colours in the browser only, where it is loaded with the first block of code. */
function loadHighlighter(): Promise<HighlighterCore> {
  loading ??= Promise.all([import("shiki/core"), import("shiki/engine/javascript")]).then(
    ([{ createHighlighterCore }, { createJavaScriptRegexEngine }]) =>
      // The engine in JavaScript: the usual one is WebAssembly, which the content security policy forbids.
      createHighlighterCore({
        themes: [CODE_THEME],
        engine: createJavaScriptRegexEngine({ forgiving: true }),
      }),
  );
  return loading;
}

/** Lines of coloured tokens, or null for a language that is not known. */
export async function highlight(code: string, name: string): Promise<CodeToken[][] | null> {
  const language = highlightLanguage(name);
  if (language === null) return null;
  const highlighter = await loadHighlighter();
  await highlighter.loadLanguage(grammarOf(language));
  const { tokens } = highlighter.codeToTokens(code, { lang: language, theme: CODE_THEME.name, ...LIMITS });
  return tokens.map((line) => line.map(({ offset, content, color }) => ({ offset, text: content, color })));
}
