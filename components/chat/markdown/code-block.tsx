"use client";

import { useTranslations } from "next-intl";
import { isValidElement, memo, type ReactNode } from "react";
import { useIsCodeFenceIncomplete } from "streamdown";
import { CopyButton } from "@/components/ui/copy-button";
import type { CodeToken } from "./highlight";
import { useHighlight } from "./use-highlight";

const LANGUAGE = /language-([^\s]+)/;

/** Renders `pre`: one child, the `code` element that holds the text and names the language in its class. */
export const CodeBlock = memo(function CodeBlock({ children }: { children?: ReactNode }) {
  const t = useTranslations("chat");
  const incomplete = useIsCodeFenceIncomplete();
  const { text, language } = readCode(children);
  const highlighted = useHighlight(text, language, incomplete);
  const rest = highlighted === null ? text : text.slice(highlighted.code.length);
  return (
    <figure className="code-block" aria-label={language === "" ? t("code") : t("codeIn", { language })}>
      <figcaption>
        <span>{language}</span>
        <CopyButton text={text} label={t("copyCode")} className="-my-1" />
      </figcaption>
      <pre {...SCROLLABLE}>
        <code>
          {highlighted?.lines.flatMap((line, index) => colouredLine(line, index, highlighted.lines.length))}
          {rest}
        </code>
      </pre>
    </figure>
  );
});

/** What scrolls must take focus, or the keyboard cannot scroll it. */
const SCROLLABLE = { tabIndex: 0 };

/** Keyed by their places in the code, so that a line that is coloured anew keeps its elements. */
function colouredLine(tokens: readonly CodeToken[], line: number, lineCount: number): ReactNode[] {
  const spans = tokens.map(({ text, color, offset }) => (
    <span key={offset} style={color === undefined ? undefined : { color }}>
      {text}
    </span>
  ));
  return line < lineCount - 1 ? [...spans, "\n"] : spans;
}

function readCode(children: ReactNode): { text: string; language: string } {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children))
    return { text: "", language: "" };
  const { className, children: text } = children.props;
  return {
    text: (typeof text === "string" ? text : "").replace(/\n$/, ""),
    language: className?.match(LANGUAGE)?.[1] ?? "",
  };
}
