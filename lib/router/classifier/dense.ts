import { type Features, MAX_SEGMENTS } from "./features";
import type { WordScores } from "./score-words";
import { SHAPES } from "./shape";
import { WORD_CLASSES, type WordClass } from "./word-class";

const CLASSES = WORD_CLASSES.length;
const RATES = ["numbers", "operators", "codeMarks", "capitals", "commas", "quotes", "indented"] as const;
/** Classes that tell the same story: rare ones are learned from their sum. */
const FAMILIES: Readonly<Record<string, readonly WordClass[]>> = {
  work: [
    ...([
      "prove",
      "compute",
      "mathNoun",
      "codeVerb",
      "codeNoun",
      "codeName",
      "debug",
      "logic",
      "plan",
    ] as const),
    ...(["constraint", "analyse", "decide", "science", "money", "case", "design", "data", "steps"] as const),
  ],
  talk: [
    ...([
      "write",
      "prose",
      "message",
      "rewrite",
      "translate",
      "summarise",
      "extract",
      "explain",
      "define",
    ] as const),
    ...([
      "who",
      "when",
      "list",
      "suggest",
      "rolePlay",
      "smallTalk",
      "feeling",
      "opinion",
      "culture",
    ] as const),
    ...(["everyday", "style"] as const),
  ],
  computing: ["codeVerb", "codeNoun", "codeName", "debug"],
  counting: ["prove", "compute", "amount", "mathNoun", "unit", "science"],
  thinking: ["logic", "plan", "constraint", "condition", "analyse", "decide", "case", "design", "steps"],
  text: ["prose", "message", "rewrite", "translate", "summarise", "extract", "style", "paste"],
};
const MEASURES = [
  "scoreAll",
  "scoreFirst",
  "scoreLast",
  "scoreMax",
  "scoreMin",
  "scoreMean",
  "length",
  "firstLength",
  "lastLength",
  "segments",
  "hanShare",
  "wordLength",
  "endsWithQuestion",
] as const;

/** The columns that the trees split on, in the order of `toDense`. */
export const COLUMNS: readonly string[] = [
  ...WORD_CLASSES.map((name) => `any:${name}`),
  ...WORD_CLASSES.map((name) => `first:${name}`),
  ...WORD_CLASSES.map((name) => `last:${name}`),
  ...SHAPES.map((name) => `shape:${name}`),
  ...RATES.map((name) => `rate:${name}`),
  ...Object.keys(FAMILIES).flatMap((name) => [`any:${name}*`, `first:${name}*`]),
  ...MEASURES,
];

const classPlace = new Map<WordClass, number>(WORD_CLASSES.map((name, nth) => [name, nth]));
const families = Object.values(FAMILIES).map((names) => names.map((name) => classPlace.get(name) ?? 0));

const shapePlace = new Map<string, number>(SHAPES.map((name, nth) => [name, nth]));
const ratePlaces = RATES.map((name) => shapePlace.get(name) ?? 0);
const hanPlace = shapePlace.get("hanChars") ?? 0;
const wordsPlace = shapePlace.get("words") ?? 0;
const wordCharsPlace = shapePlace.get("wordChars") ?? 0;

/** What was read of a text as one number a column. `chars` is the length of the text as it was read. */
export function toDense(
  features: Features,
  scores: WordScores,
  chars: number,
  endsWithQuestion: boolean,
  row: Float64Array,
): void {
  const { shapes } = features;
  const last = Math.min(scores.lastSegment, MAX_SEGMENTS - 1);
  let at = CLASSES * 3;
  row.fill(0, 0, at);
  for (let segment = 0; segment <= features.segment; segment += 1)
    for (let wordClass = 0; wordClass < CLASSES; wordClass += 1) {
      const met = features.inSegment(segment, wordClass);
      if (met === 0) continue;
      row[wordClass] = (row[wordClass] ?? 0) + met;
      if (segment === 0) row[CLASSES + wordClass] = met;
      if (segment === last) row[2 * CLASSES + wordClass] = met;
    }
  for (let nth = 0; nth < shapes.length; nth += 1) row[at++] = shapes[nth] ?? 0;
  const han = shapes[hanPlace] ?? 0;
  const words = shapes[wordsPlace] ?? 0;
  const tokens = han / 2 + words + 1;
  for (const place of ratePlaces) row[at++] = (shapes[place] ?? 0) / tokens;
  for (const members of families) {
    let [any, first] = [0, 0];
    for (const member of members) {
      any += row[member] ?? 0;
      first += row[CLASSES + member] ?? 0;
    }
    row[at++] = any;
    row[at++] = first;
  }
  row[at++] = scores.all;
  row[at++] = scores.first;
  row[at++] = scores.last;
  row[at++] = scores.max;
  row[at++] = scores.min;
  row[at++] = scores.mean;
  row[at++] = chars;
  row[at++] = scores.firstSize;
  row[at++] = scores.lastSize;
  row[at++] = features.segment + 1;
  row[at++] = han / tokens;
  row[at++] = (shapes[wordCharsPlace] ?? 0) / (words + 1);
  row[at++] = endsWithQuestion ? 1 : 0;
}
