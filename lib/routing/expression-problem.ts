import { RE2JS, RE2JSSyntaxException } from "re2js";

/** What is wrong with an expression, in words that people can be told. */
export const EXPRESSION_PROBLEMS = [
  "open-group",
  "closed-group",
  "open-class",
  "repetition",
  "count",
  "escape",
  "range",
  "unsupported",
  "other",
] as const;
export type ExpressionProblem = (typeof EXPRESSION_PROBLEMS)[number];

const KINDS: Readonly<Record<string, ExpressionProblem>> = {
  "missing closing )": "open-group",
  "unexpected )": "closed-group",
  "missing closing ]": "open-class",
  "invalid nested repetition operator": "repetition",
  "missing argument to repetition operator": "repetition",
  "invalid repeat count": "count",
  "invalid escape sequence": "escape",
  "trailing backslash at end of expression": "escape",
  "invalid character class range": "range",
  "invalid or unsupported Perl syntax": "unsupported",
  "invalid named capture": "unsupported",
};

/** Why RE2 does not take an expression, and at which character, from 1; null: it takes it. */
export function expressionProblem(
  expression: string,
): { problem: ExpressionProblem; position: number } | null {
  try {
    RE2JS.compile(expression);
    return null;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const problem = KINDS[error.getDescription()] ?? "other";
    return { problem, position: positionOf(expression, problem, error.getPattern()) };
  }
}

/** RE2 names the piece that it stopped at; of brackets that do not match it names the whole. */
function positionOf(expression: string, problem: ExpressionProblem, piece: string | null): number {
  if (problem === "open-group" || problem === "closed-group") return unmatchedAt(expression) + 1;
  // Without a piece the end is meant.
  if (piece === null) return expression.length;
  if (problem === "open-class") return expression.length - piece.length + 1;
  const first = expression.indexOf(piece);
  const isOnlyOne = expression.indexOf(piece, first + 1) === -1;
  return isOnlyOne ? Math.max(first, 0) + 1 : endOf(expression, first + piece.length) - piece.length + 1;
}

/** Where reading stops of several equal pieces: up to there, and no sooner, it fails as the whole does. */
function endOf(expression: string, from: number): number {
  const whole = failureOf(expression);
  for (let end = from; end < expression.length; end += 1) {
    if (failureOf(expression.slice(0, end)) === whole) return end;
  }
  return expression.length;
}

function failureOf(expression: string): string | null {
  try {
    RE2JS.compile(expression);
    return null;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return error.message;
    throw error;
  }
}

/** Where the first bracket stands that closes nothing, or else the last that nothing closes. */
function unmatchedAt(expression: string): number {
  const open: number[] = [];
  const pieces = expression.matchAll(
    /\\Q[\s\S]*?(?:\\E|$)|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]|[()]/g,
  );
  for (const { 0: piece, index } of pieces) {
    if (piece === "(") open.push(index);
    else if (piece === ")" && open.pop() === undefined) return index;
  }
  return open.at(-1) ?? 0;
}
