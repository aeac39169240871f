"use client";

import { isValidElement, memo, type ReactNode } from "react";
import { useIsCodeFenceIncomplete } from "streamdown";
import { CodeFrame } from "./code-frame";
import { colouredLines } from "./coloured-lines";
import { useHighlight } from "./use-highlight";

const LANGUAGE = /language-([^\s]+)/;

/** Renders `pre`: one child, the `code` element that holds the text and names the language in its class. */
export const CodeBlock = memo(function CodeBlock({ children }: { children?: ReactNode }) {
  const incomplete = useIsCodeFenceIncomplete();
  const { text, language } = readCode(children);
  const highlighted = useHighlight(text, language, incomplete);
  const rest = highlighted === null ? text : text.slice(highlighted.code.length);
  return (
    <CodeFrame language={language} text={text}>
      {highlighted !== null && colouredLines(highlighted.lines)}
      {rest}
    </CodeFrame>
  );
});

function readCode(children: ReactNode): { text: string; language: string } {
  if (!isValidElement<{ className?: string; children?: ReactNode }>(children))
    return { text: "", language: "" };
  const { className, children: text } = children.props;
  return {
    text: (typeof text === "string" ? text : "").replace(/\n$/, ""),
    language: className?.match(LANGUAGE)?.[1] ?? "",
  };
}
