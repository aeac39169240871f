"use client";

import dynamic from "next/dynamic";
import { memo, Suspense } from "react";
import { loadPatiently } from "../load-patiently";

const MarkdownView = dynamic(() =>
  loadPatiently(() => import("./markdown-view")).then((module) => module.MarkdownView),
);

interface MarkdownProps {
  text: string;
  live: boolean;
}

/** Until the renderer has loaded, the text itself: it takes about the room that it will take. */
export const Markdown = memo(function Markdown({ text, live }: MarkdownProps) {
  return (
    <Suspense fallback={<div className="answer-text whitespace-pre-wrap">{text}</div>}>
      <MarkdownView text={text} live={live} />
    </Suspense>
  );
});
