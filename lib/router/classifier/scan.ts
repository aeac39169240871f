import { BUCKETS, type Features, MAX_SEGMENTS } from "./features";
import { hashWord } from "./hash-word";
import { SHAPES, type Shape } from "./shape";
import { type WordEntry, type WordIndex, wordIndex } from "./word-index";

const place = Object.fromEntries(SHAPES.map((shape, nth) => [shape, nth])) as Readonly<Record<Shape, number>>;
const NO_CLASS = -1;
const NO_SHAPE = -1;
/** The first that has a sign counts. */
const SIGNS: readonly (readonly [Shape, string])[] = [
  ["questions", "?"],
  ["exclamations", "!"],
  ["commas", ",、"],
  ["percents", "%"],
  ["backslashes", "\\"],
  ["backticks", "`"],
  ["currency", "$€£¥￥"],
  ["quotes", '"“”「」‘’《》'],
  ["operators", "=+*/^<>≤≥×÷≠√∫∑Σπ±∞∈→-"],
  ["codeMarks", "{}()[];_&|#@~"],
];
const FULL_STOP = 0x3002;
/** By code. */
const shapeOfSign = Int8Array.from({ length: 1 << 16 }, (_, code) => {
  const found = SIGNS.find(([, signs]) => signs.includes(String.fromCharCode(code)));
  if (found) return place[found[0]];
  return code > 0x7f && code !== FULL_STOP ? place.otherScripts : NO_SHAPE;
});

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLower = (code: number) => code >= 97 && code <= 122;
const isHan = (code: number) => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const mix = (a: number, b: number) => {
  const mixed = Math.imul(a ^ Math.imul(b + 0x9e37, 0x85ebca6b), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
};

/** Reads a normalised text once, from its beginning to its end, into features. */
export class Scanner {
  private readonly out: Features;
  private readonly index: WordIndex = wordIndex();
  private readonly raw: string;
  private readonly text: string;
  private at = 0;
  private previous = 0;
  private beforePrevious = 0;
  private inSegment = 0;
  private lastClass = NO_CLASS;
  private lastClassAt = 0;

  constructor(text: string, out: Features) {
    const lower = text.toLowerCase();
    this.text = lower;
    this.raw = lower.length === text.length ? text : lower;
    this.out = out;
  }

  run(): void {
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (isLower(code)) this.word();
      else if (isDigit(code)) this.number();
      else if (isHan(code)) this.han(code);
      else this.sign(code);
    }
  }

  private shape(shape: Shape, by = 1): void {
    this.shapeAt(place[shape], by);
  }

  private shapeAt(nth: number, by: number): void {
    this.out.shapes[nth] = (this.out.shapes[nth] ?? 0) + by;
  }

  private emit(hash: number): void {
    this.out.add((hash ^ (hash >>> 13)) & (BUCKETS - 1));
  }

  /** A token joins those before it. */
  private token(hash: number): void {
    this.emit(mix(hash, 1));
    this.emit(mix(hash, this.previous + 2));
    if (this.inSegment === 0) this.emit(mix(hash, 3));
    else if (this.inSegment <= 2) this.emit(mix(mix(this.beforePrevious, this.previous), mix(hash, 4)));
    this.beforePrevious = this.previous;
    this.previous = hash;
    this.inSegment += 1;
    this.out.owner = 0;
  }

  private meet(wordClass: number): void {
    const { out } = this;
    out.count(wordClass);
    const id = wordClass + 1;
    out.owner = id;
    this.emit(mix(id, 101));
    if (this.inSegment <= 1) this.emit(mix(id, 102));
    if (this.lastClass !== NO_CLASS && this.at - this.lastClassAt < 48)
      this.emit(mix(id, 200 + this.lastClass));
    this.lastClass = wordClass;
    this.lastClassAt = this.at;
  }

  private word(): void {
    const start = this.at;
    let end = start + 1;
    for (; end < this.text.length; end += 1) {
      const code = this.text.charCodeAt(end);
      if (!isLower(code) && !isDigit(code) && code !== 39 && code !== 95) break;
    }
    const hash = hashWord(this.text, start, end);
    const entries = this.index.words.get(hash);
    if (entries !== undefined)
      for (const { phrase, wordClass } of entries)
        if (phrase === null || this.isPhraseAt(phrase, start)) this.meet(wordClass);
    this.lookOf(start, end);
    this.token(hash);
    if (end - start > 4) this.pieces(start, end);
    this.at = end;
  }

  private isPhraseAt(phrase: string, start: number): boolean {
    return this.text.startsWith(phrase, start) && !isLower(this.text.charCodeAt(start + phrase.length));
  }

  /** Pieces of a long word are what its misspellings share. */
  private pieces(start: number, end: number): void {
    for (let nth = start; nth + 4 <= end && nth < start + 8; nth += 1) {
      let hash = 0x1b873593;
      for (let of = nth; of < nth + 4; of += 1) hash = Math.imul(hash ^ this.text.charCodeAt(of), 0x01000193);
      this.emit(mix(hash, 5));
    }
  }

  private lookOf(start: number, end: number): void {
    this.shape("words");
    this.shape("wordChars", end - start);
    if (end - start === 1 && this.text[start] !== "a" && this.text[start] !== "i")
      this.shape("singleLetters");
    const first = this.raw.charCodeAt(start);
    let upper = 0;
    let isJoined = false;
    for (let nth = start; nth < end; nth += 1) {
      const code = this.raw.charCodeAt(nth);
      if (code >= 65 && code <= 90) {
        upper += 1;
        if (nth > start && isLower(this.raw.charCodeAt(nth - 1))) isJoined = true;
      } else if (code === 95) isJoined = true;
    }
    if (isJoined) this.shape("identifiers");
    else if (upper > 1 && upper === end - start) this.shape("shouted");
    else if (first >= 65 && first <= 90 && this.inSegment > 0) this.shape("capitals");
  }

  private number(): void {
    const start = this.at;
    let end = start + 1;
    let isDecimal = false;
    for (; end < this.text.length; end += 1) {
      const code = this.text.charCodeAt(end);
      if (isDigit(code)) continue;
      if ((code !== 46 && code !== 44) || !isDigit(this.text.charCodeAt(end + 1))) break;
      if (code === 46) isDecimal = true;
    }
    const length = end - start;
    const first = this.text.charCodeAt(start);
    const isYear = length === 4 && (first === 49 || first === 50);
    this.shape("numbers");
    if (isDecimal) this.shape("decimals");
    else if (isYear) this.shape("years");
    else if (length > 3) this.shape("longNumbers");
    this.token(mix(isDecimal ? 9 : isYear ? 8 : Math.min(length, 4), 300));
    this.at = end;
  }

  private han(code: number): void {
    const start = this.at;
    const second = this.text.charCodeAt(start + 1);
    const third = this.text.charCodeAt(start + 2);
    const { byCharacter, characterPlaces } = this.index;
    const list = characterPlaces[code] ?? 0;
    if (list > 0)
      for (const entry of byCharacter[list] ?? [])
        if (this.isHanPhraseAt(entry, start, second)) this.meet(entry.wordClass);
    const hash = mix(code, 400);
    if (isHan(second) && isHan(third)) this.emit(mix(mix(hash, second), mix(third, 6)));
    this.shape("hanChars");
    this.token(hash);
    this.at = start + 1;
  }

  private isHanPhraseAt({ phrase, second }: WordEntry, start: number, next: number): boolean {
    if (Number.isNaN(second)) return true;
    return second === next && phrase !== null && (phrase.length === 2 || this.text.startsWith(phrase, start));
  }

  private sign(code: number): void {
    const next = this.text.charCodeAt(this.at + 1);
    this.at += 1;
    if (code === 32 || code === 13) return;
    if (code === 10) {
      this.line(next);
      return;
    }
    const nth = shapeOfSign[code] ?? NO_SHAPE;
    if (nth !== NO_SHAPE) this.shapeAt(nth, 1);
    if (this.endsSegment(code, next)) this.endSegment();
    else this.token(mix(code, 500));
  }

  private endsSegment(code: number, next: number): boolean {
    if (code === 63 || code === 33 || code === FULL_STOP) return true;
    const isFollowedByMore = !Number.isNaN(next) && next !== 32 && next !== 10 && !isHan(next);
    return (code === 46 || code === 58 || code === 59) && !isFollowedByMore;
  }

  private line(next: number): void {
    this.shape("lines");
    if (next === 32 || next === 9) this.shape("indented");
    else if (next === 45 || next === 0x2022 || isDigit(next)) this.shape("listItems");
    this.endSegment();
  }

  private endSegment(): void {
    if (this.inSegment < 2) return;
    if (this.out.segment < MAX_SEGMENTS - 1) this.out.segment += 1;
    this.inSegment = 0;
    this.previous = 0;
    this.beforePrevious = 0;
    this.lastClass = NO_CLASS;
  }
}
