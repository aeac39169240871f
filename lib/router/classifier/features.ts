import { SHAPES } from "./shape";
import { WORD_CLASSES } from "./word-class";

/** Places that hashed features share; a power of two. */
export const BUCKETS = 1 << 16;
/** Sentences and lines that are told apart; what comes after counts as part of the last. */
export const MAX_SEGMENTS = 24;
const CLASSES = WORD_CLASSES.length;
const CAPACITY = 16_000;

/** What was read of a text. One object is filled again and again, so that a decision allocates next to nothing. */
export class Features {
  /** Hashed features in the order they were met. */
  readonly ids = new Int32Array(CAPACITY);
  /** The segment of each, and in the lower byte its owner: which class of words brought it, as its place plus one, or 0
   *  for a word of none. */
  readonly origins = new Uint16Array(CAPACITY);
  /** Weights of the features that each brought, those met again left out; known once words were scored. */
  readonly ownerSums = new Float64Array(CLASSES + 1);
  size = 0;
  segment = 0;
  /** Who owns what is added now. */
  owner = 0;
  /** Words met, by segment and class. */
  readonly classes = new Uint16Array(MAX_SEGMENTS * CLASSES);
  readonly shapes = new Float64Array(SHAPES.length);

  clear(): void {
    this.size = 0;
    this.segment = 0;
    this.owner = 0;
    this.classes.fill(0);
    this.shapes.fill(0);
  }

  add(id: number): void {
    const { size } = this;
    if (size >= CAPACITY) return;
    this.ids[size] = id;
    this.origins[size] = (this.segment << 8) | this.owner;
    this.size = size + 1;
  }

  count(wordClass: number): void {
    const nth = this.segment * CLASSES + wordClass;
    this.classes[nth] = (this.classes[nth] ?? 0) + 1;
  }

  /** How often words of a class were met in a segment. */
  inSegment(segment: number, wordClass: number): number {
    return this.classes[segment * CLASSES + wordClass] ?? 0;
  }
}
