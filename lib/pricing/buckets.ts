/** Disjoint units of usage: no token is counted in two of them. `input` excludes both cache buckets,
 *  `output` excludes `reasoning`. Images are counted in images, all else in tokens. */
export const BUCKETS = [
  "input",
  "cacheRead",
  "cacheWrite",
  "output",
  "reasoning",
  "audioInput",
  "audioOutput",
  "images",
] as const;

export type Bucket = (typeof BUCKETS)[number];
export type TokenBuckets = Readonly<Record<Bucket, number>>;

export const EMPTY_BUCKETS: TokenBuckets = {
  input: 0,
  cacheRead: 0,
  cacheWrite: 0,
  output: 0,
  reasoning: 0,
  audioInput: 0,
  audioOutput: 0,
  images: 0,
};
