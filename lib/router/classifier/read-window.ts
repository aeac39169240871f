const HEAD_CHARS = 500;
const TAIL_CHARS = 350;

/** What is read of a text: all of it, or its beginning and its end, where people say what they want. Bounds the cost
 *  of a decision whatever is pasted. */
export function readWindow(text: string): string {
  if (text.length <= HEAD_CHARS + TAIL_CHARS) return text;
  return `${text.slice(0, HEAD_CHARS)}\n${text.slice(-TAIL_CHARS)}`;
}
