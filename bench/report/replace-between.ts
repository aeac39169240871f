/** The text with what stands between two marker lines replaced.
 *  @throws RangeError when the markers are not there, once each and in order. */
export function replaceBetween(text: string, start: string, end: string, replacement: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  const isUnique = from === text.lastIndexOf(start) && to === text.lastIndexOf(end);
  if (from < 0 || to < from || !isUnique)
    throw new RangeError(`the text needs "${start}" and "${end}" once each`);
  return `${text.slice(0, from + start.length)}\n${replacement.trim()}\n${text.slice(to)}`;
}
