import type { Reason } from "./classifier/reason";

/** Tokens of an answer beside what was thought, to the order of magnitude, by what the question is about. */
const TOKENS: Readonly<Partial<Record<Reason, number>>> = {
  smalltalk: 60,
  fact: 150,
  translation: 300,
  extraction: 300,
  opinion: 300,
  culture: 300,
  summary: 350,
  explanation: 500,
  rewriting: 500,
  finance: 500,
  maths: 600,
  logic: 600,
  science: 600,
  howto: 600,
  ideas: 600,
  analysis: 800,
  planning: 800,
  data: 800,
  case: 800,
  proof: 900,
  writing: 900,
  debugging: 900,
  design: 1_000,
  code: 1_200,
};
/** Of a question that nobody looked into. */
const USUAL_TOKENS = 500;

/** @param reasons the classifier's, of which the first that says what is asked for counts; none: it was not asked */
export function answerTokens(reasons: readonly Reason[]): number {
  for (const reason of reasons) {
    const tokens = TOKENS[reason];
    if (tokens !== undefined) return tokens;
  }
  return USUAL_TOKENS;
}
