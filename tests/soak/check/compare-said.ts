export type Difference = "duplicate" | "gap" | "swapped" | "foreign" | "garbled";

/** What is wrong with `kept` if it is not a beginning of `sent`, whose words are numbered from 0; null when nothing
 *  is. Not the length: how much must be there is for the caller to say. */
export function compareSaid(kept: string, sent: string, letter: "w" | "r"): Difference | null {
  if (sent.startsWith(kept)) return null;
  const numbers = numbersOf(kept, letter);
  const last = numbersOf(sent, letter).length - 1;
  if (new Set(numbers).size < numbers.length) return "duplicate";
  // The last number may be cut: the beginning of 123 is 12.
  const whole = numbers.slice(0, -1);
  if (whole.some((number) => number > last)) return "foreign";
  const inOrder = whole.every((number, at) => at === 0 || number > (whole[at - 1] ?? -1));
  if (!inOrder) return "swapped";
  if (whole.some((number, at) => number !== at)) return "gap";
  return "garbled";
}

function numbersOf(text: string, letter: "w" | "r"): number[] {
  return [...text.matchAll(new RegExp(`${letter}(\\d+)`, "g"))].map((match) => Number(match[1]));
}
