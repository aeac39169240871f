import type { CodeHighlighterPlugin, HighlightResult } from "@streamdown/code";
import { CODE_THEME } from "./code-theme";

export interface CodeToken {
  /** Where it begins in the code. */
  offset: number;
  text: string;
  color: string | undefined;
}

let loading: Promise<CodeHighlighterPlugin> | undefined;

/** The highlighter is loaded with the first block of code, and each language with its first use. */
function loadHighlighter(): Promise<CodeHighlighterPlugin> {
  loading ??= import("@streamdown/code").then(({ createCodePlugin }) =>
    createCodePlugin({ themes: [CODE_THEME, CODE_THEME] }),
  );
  return loading;
}

/** Lines of coloured tokens, or null for a language that is not known. */
export async function highlight(
  code: string,
  language: string,
  isIncomplete: boolean,
): Promise<CodeToken[][] | null> {
  const highlighter = await loadHighlighter();
  const known = highlighter.getSupportedLanguages().find((name) => name === language);
  if (known === undefined && !highlighter.supportsLanguage(language as HighlighterLanguage)) return null;
  const result = await new Promise<HighlightResult>((resolve) => {
    const options = {
      code,
      language: language as HighlighterLanguage,
      themes: [CODE_THEME, CODE_THEME] as [typeof CODE_THEME, typeof CODE_THEME],
      isIncomplete,
    };
    const ready = highlighter.highlight(options, resolve);
    if (ready !== null) resolve(ready);
  });
  return result.tokens.map((line) =>
    line.map((token) => ({
      offset: token.offset,
      text: token.content,
      color: token.htmlStyle?.color ?? token.color,
    })),
  );
}

type HighlighterLanguage = Parameters<CodeHighlighterPlugin["highlight"]>[0]["language"];
