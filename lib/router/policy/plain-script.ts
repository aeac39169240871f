/** Stands for characters that patterns do not tell apart: as they are, no letter, digit or space of RE2's, which are
 *  ASCII's alone. The automaton has a table up to here, and looks every character beyond it up by halving. */
const STAND_IN = "¤";
/** What a half of a character is decoded as. */
const LOST = "\ufffd";
/** Of scripts without upper and lower case: CJK with its punctuation and kana, and Hangul. */
const RANGES = [
  [0x3000, 0x9fff],
  [0xac00, 0xd7af],
] as const;
/** Classes, codes and ranges that could tell such characters apart, and quotations. */
const TELLS_APART = /\\[pPxXuUQC0-7]|[^\0-\x7f]-|-[^\0-\x7f]/;
const CODES = 1 << 16;
const HAS_SUCH = /[\u3000-\u9fff\uac00-\ud7af]/;

/** A text as patterns see it, in fewer characters: those that none of them names become one. */
export type PlainScript = (text: string) => string;

/** @returns the text itself where some pattern could tell the difference */
export function plainScript(patterns: readonly string[]): PlainScript {
  const all = patterns.join("\n");
  if (TELLS_APART.test(all) || all.includes(STAND_IN) || all.includes(LOST)) return (text) => text;
  const seenAs = HAS_SUCH.test(all) ? seenBy(all) : SEEN_BY_NONE;
  return (text) => (HAS_SUCH.test(text) ? translate(text, seenAs) : text);
}

/** What each character becomes, by its code. */
function seenBy(patterns: string): Uint16Array {
  const seenAs = Uint16Array.from({ length: CODES }, (_, code) => code);
  for (const [from, to] of RANGES) seenAs.fill(STAND_IN.charCodeAt(0), from, to + 1);
  for (const named of patterns) seenAs[named.charCodeAt(0)] = named.charCodeAt(0);
  return seenAs;
}

/** Most policies name no such character: they share it. */
const SEEN_BY_NONE = seenBy("");

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Filled again for each text: rules read no more of one. */
const scratch = new Uint16Array(1 << 15);

function translate(text: string, seenAs: Uint16Array): string {
  const codes = text.length <= scratch.length ? scratch : new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = seenAs[text.charCodeAt(at)] ?? 0;
  return decoder.decode(codes.subarray(0, text.length));
}
