"use client";

import { useEffect, useRef, useState } from "react";
import { type CodeToken, highlight } from "./highlight";

interface Highlighted {
  code: string;
  lines: CodeToken[][];
}

/** While a block is being written it is coloured this often, not at every token. */
const HIGHLIGHT_EVERY_MS = 250;
/** Longer than this it waits for its end, because each colouring begins at the top. */
const MAX_WHILE_INCOMPLETE = 20_000;

/** Coloured lines of the longest beginning of `code` that has been highlighted so far, or null. */
export function useHighlight(code: string, language: string, incomplete: boolean): Highlighted | null {
  const [result, setResult] = useState<Highlighted | null>(null);
  const latest = useRef(code);
  const pending = useRef<ReturnType<typeof setTimeout> | null>(null);
  latest.current = code;

  useEffect(() => {
    if (code === "" || (incomplete && code.length > MAX_WHILE_INCOMPLETE)) return;
    if (incomplete && pending.current !== null) return;
    if (pending.current !== null) clearTimeout(pending.current);
    pending.current = setTimeout(
      () => {
        pending.current = null;
        const text = latest.current;
        void highlight(text, language).then((lines) => {
          if (lines !== null && latest.current.startsWith(text)) setResult({ code: text, lines });
        });
      },
      incomplete ? HIGHLIGHT_EVERY_MS : 0,
    );
  }, [code, language, incomplete]);

  useEffect(
    () => () => {
      if (pending.current !== null) clearTimeout(pending.current);
      pending.current = null;
    },
    [],
  );

  return result !== null && code.startsWith(result.code) ? result : null;
}
