/** Disjoint units of usage: nothing is counted in two of them. `input` excludes every cache, audio and image bucket,
 *  `output` excludes `reasoning`. Images made, web searches and requests are counted one by one, all else in tokens.
 *  `cacheWrite` is kept for five minutes, `cacheWrite1h` for an hour. The order is that of the ledger's function
 *  `settle_call`: a new bucket goes to the end. */
export const BUCKETS = [
  "input",
  "cacheRead",
  "cacheWrite",
  "output",
  "reasoning",
  "audioInput",
  "audioOutput",
  "images",
  "cacheWrite1h",
  "audioCacheRead",
  "imageInput",
  "imageOutput",
  "webSearches",
  "requests",
] as const;

export type Bucket = (typeof BUCKETS)[number];
export type TokenBuckets = Readonly<Record<Bucket, number>>;

/** What a prompt is made of, in the order in which its tokens stand in it: what a cache holds comes first. */
export const PROMPT_BUCKETS = [
  "cacheRead",
  "audioCacheRead",
  "cacheWrite1h",
  "cacheWrite",
  "imageInput",
  "audioInput",
  "input",
] as const satisfies readonly Bucket[];

export const EMPTY_BUCKETS: TokenBuckets = Object.freeze(
  Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>,
);
