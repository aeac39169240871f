import { hashWord } from "./hash-word";
import { WORD_CLASSES } from "./word-class";
import { WORDS_EN } from "./words-en";
import { WORDS_ZH } from "./words-zh";

export interface WordEntry {
  /** The whole phrase, or null where its first word is all of it. */
  phrase: string | null;
  /** The code of the phrase's second character; NaN where there is none. Tells most phrases apart at once. */
  second: number;
  /** A place in WORD_CLASSES. */
  wordClass: number;
}

export interface WordIndex {
  /** By the hash of the first word, for scripts with words. */
  words: ReadonlyMap<number, readonly WordEntry[]>;
  /** For scripts without: lists of entries whose first character is the same, and by its code the place of the list; the
   *  first list is that of characters that begin none. */
  byCharacter: readonly (readonly WordEntry[])[];
  characterPlaces: Uint16Array;
}

const CODES = 1 << 16;

const WORD = /^[a-z][a-z0-9']*/;
let index: WordIndex | null = null;

function push<Key>(map: Map<Key, WordEntry[]>, key: Key, entry: WordEntry): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else if (!entries.some((other) => other.phrase === entry.phrase && other.wordClass === entry.wordClass))
    entries.push(entry);
}

const entryOf = (phrase: string | null, wordClass: number): WordEntry => ({
  phrase,
  second: phrase?.charCodeAt(1) ?? Number.NaN,
  wordClass,
});

function build(): WordIndex {
  const words = new Map<number, WordEntry[]>();
  const characters = new Map<number, WordEntry[]>();
  WORD_CLASSES.forEach((name, wordClass) => {
    for (const phrase of [...WORDS_EN[name].split(","), ...WORDS_ZH[name].split(" ")].map((text) =>
      text.trim(),
    )) {
      const first = WORD.exec(phrase)?.[0];
      if (first !== undefined)
        push(words, hashWord(first, 0, first.length), entryOf(first === phrase ? null : phrase, wordClass));
      else if (phrase !== "") push(characters, phrase.charCodeAt(0), entryOf(phrase, wordClass));
    }
  });
  const characterPlaces = new Uint16Array(CODES);
  [...characters.keys()].forEach((code, nth) => {
    characterPlaces[code] = nth + 1;
  });
  return { words, byCharacter: [[], ...characters.values()], characterPlaces };
}

/** The words and phrases of all classes, to be met while a text is read. */
export function wordIndex(): WordIndex {
  index ??= build();
  return index;
}
