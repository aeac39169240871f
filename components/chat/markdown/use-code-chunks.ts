"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { type CodeChunk, codeChunks } from "./code-chunks";
import { CodeColouring } from "./code-colouring";
import { type CodeToken, loadColour, loadedColour } from "./highlight";

interface ShownChunk {
  chunk: CodeChunk;
  /** Coloured as far as that has come; null while it has not. */
  lines: CodeToken[][] | null;
}

/** Half a frame: the other half is for what shows it. */
const SLICE_MS = 8;
/** What is being written is coloured this often; more often nobody sees. */
const PAUSE_MS = 80;

/** Code in chunks that are coloured a few at a time, so that no frame waits for them. */
export function useCodeChunks(code: string, open: boolean, language: string): ShownChunk[] {
  const before = useRef<CodeChunk[]>([]);
  const chunks = useMemo(() => codeChunks(code, open, before.current), [code, open]);
  const [colouring, setColouring] = useState(() => colouringAtOnce(language, chunks));
  const [progress, setProgress] = useState(0);
  const latest = useRef(chunks);

  useEffect(() => {
    before.current = chunks;
    latest.current = chunks;
  }, [chunks]);

  useEffect(() => {
    if (colouring !== null) return;
    let left = false;
    void loadColour(language).then((colour) => {
      if (!left && colour !== null) setColouring(new CodeColouring(colour));
    });
    return () => {
      left = true;
    };
  }, [language, colouring]);

  useEffect(() => {
    if (colouring === null) return;
    const work = colouring;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function slice(): void {
      const more = colourFor(work, latest.current, SLICE_MS);
      setProgress((count) => count + 1);
      if (open || more) timer = setTimeout(slice, more ? 0 : PAUSE_MS);
    }
    timer = setTimeout(slice, 0);
    return () => clearTimeout(timer);
  }, [colouring, open]);

  return useMemo(
    () => chunks.map((chunk, at) => ({ chunk, lines: shown(colouring, progress, chunk, at) })),
    [chunks, colouring, progress],
  );
}

/** @param _progress what the colouring knows now is another thing than what it knew before */
function shown(
  colouring: CodeColouring | null,
  _progress: number,
  chunk: CodeChunk,
  at: number,
): CodeToken[][] | null {
  return colouring?.linesOf(chunk, at) ?? null;
}

/** A block that was shown coloured before it grew long is not shown plain again. */
function colouringAtOnce(language: string, chunks: readonly CodeChunk[]): CodeColouring | null {
  const colour = loadedColour(language);
  if (colour === null) return null;
  const colouring = new CodeColouring(colour);
  colourFor(colouring, chunks, SLICE_MS);
  return colouring;
}

/** @returns whether more is to be coloured. */
function colourFor(colouring: CodeColouring, chunks: readonly CodeChunk[], forMs: number): boolean {
  const until = performance.now() + forMs;
  let more = true;
  while (more && performance.now() < until) more = colouring.step(chunks);
  return more;
}
