import { BUCKETS } from "../../lib/router/classifier/features";

const WORD = /[a-z0-9]+|[\u3400-\u9fff]/g;
const LONGEST_PIECE = 4;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & (BUCKETS - 1);
}

/** What a plain linear model reads: hashed words, pairs of words, and pieces of two to four characters. */
export function plainIds(text: string): Int32Array {
  const lower = text.slice(0, 2_000).toLowerCase();
  const ids = new Set<number>();
  let before = "";
  for (const [word] of lower.matchAll(WORD)) {
    ids.add(hash(`w ${word}`)).add(hash(`b ${before} ${word}`));
    before = word;
  }
  for (let at = 0; at < lower.length; at += 1)
    for (let size = 2; size <= LONGEST_PIECE; size += 1) ids.add(hash(`c ${lower.slice(at, at + size)}`));
  return Int32Array.from(ids);
}
