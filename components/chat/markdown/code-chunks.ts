/** Some lines of a block of code, with the line break that ends them. */
export interface CodeChunk {
  /** Where it begins in the code. */
  offset: number;
  text: string;
  lineCount: number;
  /** Whole lines that will not change. */
  complete: boolean;
}

/** Few enough to be coloured within a frame. */
const LINES = 25;

/** Cuts code into chunks of lines. Those of `before`, an earlier state of the same code, are kept as they are.
 *  @param open more will be added, so that the last chunk is not complete */
export function codeChunks(code: string, open: boolean, before: readonly CodeChunk[] = []): CodeChunk[] {
  const kept = before.filter(({ complete }) => complete);
  const last = kept.at(-1);
  const at = last === undefined ? 0 : last.offset + last.text.length;
  const isSame = last === undefined || (at <= code.length && code.startsWith(last.text, last.offset));
  return isSame ? [...kept, ...cut(code, at, open)] : cut(code, 0, open);
}

function cut(code: string, from: number, open: boolean): CodeChunk[] {
  const chunks: CodeChunk[] = [];
  let begin = from;
  while (begin < code.length) {
    let end = begin;
    let lineCount = 0;
    while (lineCount < LINES && end < code.length) {
      const lineBreak = code.indexOf("\n", end);
      end = lineBreak < 0 ? code.length : lineBreak + 1;
      lineCount++;
    }
    const complete = !open || (lineCount === LINES && code[end - 1] === "\n");
    chunks.push({ offset: begin, text: code.slice(begin, end), lineCount, complete });
    begin = end;
  }
  return chunks;
}
