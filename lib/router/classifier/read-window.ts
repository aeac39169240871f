interface Window {
  headChars: number;
  tailChars: number;
}

const PLAIN: Window = { headChars: 500, tailChars: 350 };
/** Of a script whose characters say more than letters do, and cost more to read. */
const DENSE: Window = { headChars: 300, tailChars: 210 };
/** From here on scripts are dense: Chinese, Japanese, Korean. */
const FIRST_DENSE = 0x2e80;

/** What is read of a text: all of it, or its beginning and its end, where people say what they want. Bounds the cost
 *  of a decision whatever is pasted. */
export function readWindow(text: string): string {
  const { headChars, tailChars } = isDense(text) ? DENSE : PLAIN;
  if (text.length <= headChars + tailChars) return text;
  return `${text.slice(0, headChars)}\n${text.slice(-tailChars)}`;
}

/** By its beginning. */
function isDense(text: string): boolean {
  if (text.length <= DENSE.headChars + DENSE.tailChars) return false;
  let dense = 0;
  for (let at = 0; at < DENSE.headChars; at += 1) if (text.charCodeAt(at) >= FIRST_DENSE) dense += 1;
  return dense > DENSE.headChars / 2;
}
