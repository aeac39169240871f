import { hasOpenFence } from "./open-fence";

/** How far back a repetition is recognised, and so how much is held back at most: what a model says that repeats
 *  nothing passes at its first character that differs. */
const LONGEST_REPETITION = 240;
/** Letters and figures that are no coincidence; a Chinese character weighs as three. */
const CERTAIN_WEIGHT = 12;
const WORD_WEIGHT = 3;

/** Joins what a model says to an answer that broke off: what the model repeats of its end is dropped, and white space
 *  neither doubled nor lost. Pure but for what it has to remember of a stream. */
export class Joint {
  readonly #tail: string;
  readonly #inCode: boolean;
  #held = "";
  #settled = false;

  constructor(before: string) {
    this.#tail = before.slice(-LONGEST_REPETITION);
    this.#inCode = hasOpenFence(before);
    this.#settled = before === "";
  }

  /** @returns what can be said already, often nothing at the very beginning. */
  push(delta: string): string {
    if (this.#settled) return delta;
    this.#held += delta;
    if (this.#mayRepeatMore()) return "";
    return this.end();
  }

  /** @returns what was held back: nothing more will come. */
  end(): string {
    if (this.#settled) return "";
    this.#settled = true;
    const rest = this.#fit(this.#held);
    this.#held = "";
    return rest;
  }

  #mayRepeatMore(): boolean {
    if (this.#held.length > 2 * LONGEST_REPETITION) return false;
    const spoken = this.#held.trimStart();
    if (spoken === "") return true;
    if (this.#inCode && OPENING_FENCE_BEGUN.test(spoken)) return true;
    return continuesInto(this.#tail, this.#withoutFence(spoken));
  }

  #fit(held: string): string {
    const bare = held.trimStart();
    const spoken = this.#withoutFence(bare);
    const repeated = repetition(this.#tail, spoken);
    if (repeated > 0) return spoken.slice(repeated);
    if (spoken !== bare) return (this.#tail.endsWith("\n") ? "" : "\n") + spoken;
    return withoutDoubledSpace(this.#tail, held.slice(0, held.length - bare.length)) + spoken;
  }

  /** In a code block, a fence that names a language can only be the block's own, opened once more. */
  #withoutFence(spoken: string): string {
    return this.#inCode ? spoken.replace(OPENING_FENCE, "") : spoken;
  }
}

const OPENING_FENCE = /^\s*(`{3,}|~{3,})[\w+#.-]+[ \t]*\n/;
const OPENING_FENCE_BEGUN = /^(`{1,2}|~{1,2}|(`{3,}|~{3,})[\w+#.-]{0,30}[ \t]*)$/;

/** Whether some end of `tail` begins with all of `spoken` and goes on: then more may be a repetition. */
function continuesInto(tail: string, spoken: string): boolean {
  const at = tail.indexOf(spoken);
  return at !== -1 && at + spoken.length < tail.length;
}

/** How many characters at the beginning of `spoken` repeat the end of the answer. */
function repetition(tail: string, spoken: string): number {
  for (let length = Math.min(tail.length, spoken.length); length > 0; length--) {
    const repeated = spoken.slice(0, length);
    if (tail.endsWith(repeated) && isRepetition(tail.slice(0, -length), repeated)) return length;
  }
  return 0;
}

/** Whether the same characters twice are once too many: enough of them, the line that was begun, or whole words. */
function isRepetition(preceding: string, repeated: string): boolean {
  if (weigh(repeated) >= CERTAIN_WEIGHT) return true;
  const isLine = preceding === "" || preceding.endsWith("\n");
  if (isLine && !repeated.includes("\n") && repeated.trim().length > 0 && repeated.length > 1) return true;
  // A last word is what the model is asked to repeat, however short.
  if (!startsWord(preceding) || HAN.test(repeated)) return false;
  return WORD.test(repeated) || (/\p{L}/u.test(repeated) && weigh(repeated) >= WORD_WEIGHT);
}

const HAN = /\p{Script=Han}/u;
const WORD = /^[\p{L}\p{M}\p{N}_'’-]+$/u;

/** Whether what follows is not the rest of a word. */
function startsWord(preceding: string): boolean {
  const last = [...preceding.slice(-2)].at(-1) ?? "";
  return HAN.test(last) || !WORD.test(last);
}

function weigh(text: string): number {
  let weight = 0;
  for (const character of text) {
    if (HAN.test(character)) weight += 3;
    else if (/[\p{L}\p{N}]/u.test(character)) weight += 1;
  }
  return weight;
}

/** White space at the seam, less what is there already. An indentation, and a paragraph that is being ended, stay. */
function withoutDoubledSpace(tail: string, space: string): string {
  if (/\n[ \t]*\n[ \t]*$/.test(tail)) return space.replace(/^[ \t]*\n+/, "");
  return /\S[ \t]+$/.test(tail) ? space.replace(/^[ \t]+/, "") : space;
}
