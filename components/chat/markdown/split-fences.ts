/** Prose, or one long block of code, in the order of the text. Joined with line breaks they are the text. */
export type Segment =
  | { kind: "prose"; text: string }
  | { kind: "code"; language: string; code: string; open: boolean };

/** Shorter blocks stay with the prose about them: to parse them again costs nothing. */
const LONG_CODE = 2_000;
/** A fence at the beginning of a line. Indented ones may belong to a list. */
const FENCE = /^(`{3,}|~{3,})([^\n]*)$/gm;
/** What holds other blocks until its end: there a fence cannot be taken out. */
const HOLDS_BLOCKS = /<(\/?)(details|div|table|section|blockquote)\b/gi;

/** Takes long blocks of code out of Markdown, so that what is written into them is not parsed again at each word. */
export function splitFences(markdown: string): Segment[] {
  if (markdown.length < LONG_CODE) return [{ kind: "prose", text: markdown }];
  const segments: Segment[] = [];
  let begin = 0;
  for (const fence of fencesOf(markdown)) {
    const { from, codeFrom, codeTo, to, language } = fence;
    if (codeTo - codeFrom < LONG_CODE || isHeld(markdown.slice(begin, from))) continue;
    if (from > begin) segments.push({ kind: "prose", text: markdown.slice(begin, from - 1) });
    segments.push({ kind: "code", language, code: markdown.slice(codeFrom, codeTo), open: to === null });
    begin = to === null ? markdown.length : to + 1;
  }
  if (begin < markdown.length || segments.length === 0)
    segments.push({ kind: "prose", text: markdown.slice(begin) });
  return segments;
}

interface Fence {
  /** Of its first mark. */
  from: number;
  codeFrom: number;
  codeTo: number;
  /** The end of its last line; null while it is open. */
  to: number | null;
  language: string;
}

function fencesOf(markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: { mark: string; from: number; codeFrom: number; language: string } | null = null;
  for (const { 0: line, 1: mark = "", 2: info = "", index } of markdown.matchAll(FENCE)) {
    if (open === null) {
      if (mark.startsWith("`") && info.includes("`")) continue;
      const codeFrom = Math.min(index + line.length + 1, markdown.length);
      open = { mark, from: index, codeFrom, language: info.trim().split(/\s/)[0] ?? "" };
    } else if (mark.startsWith(open.mark) && info.trim() === "") {
      const { from, codeFrom, language } = open;
      fences.push({
        from,
        codeFrom,
        codeTo: Math.max(codeFrom, index - 1),
        to: index + line.length,
        language,
      });
      open = null;
    }
  }
  if (open !== null) fences.push({ ...open, codeTo: markdown.length, to: null });
  return fences;
}

function isHeld(before: string): boolean {
  let depth = 0;
  for (const { 1: end } of before.matchAll(HOLDS_BLOCKS)) depth += end === "/" ? -1 : 1;
  return depth > 0;
}
