import type { CodeChunk } from "./code-chunks";
import type { CodeToken, Colour, Coloured } from "./highlight";

interface Done extends Coloured {
  chunk: CodeChunk;
}

/** Colours chunks of code one after the other, each from where the one before it left, and none twice. */
export class CodeColouring {
  readonly #colour: Colour;
  #done: Done[] = [];

  constructor(colour: Colour) {
    this.#colour = colour;
  }

  /** Colours the next chunk that is not. @returns false when all are. */
  step(chunks: readonly CodeChunk[]): boolean {
    const at = this.#firstChanged(chunks);
    const chunk = chunks[at];
    if (chunk === undefined) return false;
    this.#done.length = at;
    // Its last line break begins the next chunk's first line; an empty line would be one more.
    this.#done.push({ chunk, ...this.#colour(chunk.text.replace(/\n$/, ""), this.#done[at - 1]?.state) });
    return at + 1 < chunks.length;
  }

  /** The coloured lines of a chunk, or of an earlier state of it that it begins with. */
  linesOf(chunk: CodeChunk, index: number): CodeToken[][] | null {
    const done = this.#done[index];
    const isOf = done !== undefined && (done.chunk === chunk || chunk.text.startsWith(done.chunk.text));
    return isOf && done.chunk.offset === chunk.offset ? done.lines : null;
  }

  #firstChanged(chunks: readonly CodeChunk[]): number {
    const { length } = this.#done;
    // All but the last are complete, and stay.
    const last = this.#done[length - 1]?.chunk;
    if (last === undefined || chunks[length - 1] === last) return length;
    const changed = this.#done.findIndex(({ chunk }, index) => chunk !== chunks[index]);
    return changed < 0 ? length : changed;
  }
}
