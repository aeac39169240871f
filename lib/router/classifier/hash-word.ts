const E = 101;
const S = 115;
const Y = 121;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A hash of the part that the simple forms of an English word share: `solve`, `solves`, `solved` and `solving` have
 *  one, `studies` and `study` too. The word stands in lower case in `text`, from `start` up to `end`. */
export function hashWord(text: string, start: number, end: number): number {
  let to = end;
  let isCut = false;
  let hash = OFFSET;
  if (to - start > 3) {
    const last = text.charCodeAt(to - 1);
    const second = text.charCodeAt(to - 2);
    if (last === S && second === 39) to -= 2;
    else if (last === S && second === E && text.charCodeAt(to - 3) === 105 && to - start > 4) {
      for (let at = start; at < to - 3; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
      return Math.imul(hash ^ Y, PRIME);
    } else if (last === 103 && second === 110 && text.charCodeAt(to - 3) === 105 && to - start > 5) {
      to -= 3;
      isCut = true;
    } else if (last === 100 && second === E && to - start > 4) {
      to -= 2;
      isCut = true;
    } else if (last === S && second === E && to - start > 4) to -= 2;
    else if (last === S && second !== S && second !== 117) to -= 1;
    if (to - start > 3 && text.charCodeAt(to - 1) === E) to -= 1;
    if (isCut && to - start > 3 && text.charCodeAt(to - 1) === text.charCodeAt(to - 2)) to -= 1;
  }
  for (let at = start; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}
