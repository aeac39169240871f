"use client";

import { memo } from "react";
import type { CodeChunk } from "./code-chunks";
import { CodeFrame } from "./code-frame";
import { colouredLines } from "./coloured-lines";
import type { CodeToken } from "./highlight";
import { useCodeChunks } from "./use-code-chunks";

interface LongCodeProps {
  code: string;
  language: string;
  /** More is being written. */
  open: boolean;
}

/** A long block of code: while it is written, only its end is rendered, coloured and laid out anew. */
export const LongCode = memo(function LongCode({ code, language, open }: LongCodeProps) {
  const text = code.endsWith("\n") ? code.slice(0, -1) : code;
  const chunks = useCodeChunks(text, open, language);
  return (
    <div className="answer-text">
      <CodeFrame language={language} text={text}>
        {chunks.map(({ chunk, lines }) => (
          <Chunk key={chunk.offset} chunk={chunk} lines={lines} />
        ))}
      </CodeFrame>
    </div>
  );
});

const Chunk = memo(function Chunk({ chunk, lines }: { chunk: CodeChunk; lines: CodeToken[][] | null }) {
  const coloured = lines ?? [];
  const length = coloured.reduce((sum, line) => sum + lengthOf(line), Math.max(0, coloured.length - 1));
  return (
    <span className="block">
      {colouredLines(coloured)}
      {chunk.text.slice(length)}
    </span>
  );
});

const lengthOf = (line: readonly CodeToken[]): number => line.reduce((sum, { text }) => sum + text.length, 0);
