import { setImmediate as breathe } from "node:timers/promises";

export const TOKENIZER_METHOD = "o200k_base";

/** Byte-pair encoding takes quadratic time in the length of a piece that the vocabulary's pattern does not break:
 *  a run of letters, of signs or of spaces. Longer ones are counted in slices, which costs at most a token each. */
const LONG_RUN =
  /[\p{L}\p{M}]{200}(?=[\p{L}\p{M}])|[^\s\p{L}\p{M}\p{N}]{200}(?=[^\s\p{L}\p{M}\p{N}])|\s{200}(?=\s)/gu;
/** After this many characters other work has its turn. */
const SLICE_CHARACTERS = 50_000;

/** Tokens of `text` in OpenAI's o200k_base: exact for its current models, close for the others. The vocabulary is
 *  large, so it is loaded only when something has to be estimated. */
export async function countTokens(text: string): Promise<number> {
  if (text === "") return 0;
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  let tokens = 0;
  for (let start = 0; start < text.length; start += SLICE_CHARACTERS) {
    if (start > 0) await breathe();
    for (const piece of breakLongRuns(text.slice(start, start + SLICE_CHARACTERS))) {
      tokens += count(piece, { allowedSpecial: "all" });
    }
  }
  return tokens;
}

function breakLongRuns(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const { index, 0: run } of text.matchAll(LONG_RUN)) {
    pieces.push(text.slice(start, index + run.length));
    start = index + run.length;
  }
  pieces.push(text.slice(start));
  return pieces;
}
