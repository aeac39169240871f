/** A quick count for what must be known before a call: UTF-8 bytes / 4, rounded up. English has about four bytes
 *  a token, Chinese three bytes a character and 0.7 tokens a character, so both come out near. */
export function approxTokens(text: string): number {
  return approxTokensOf(encoder.encode(text).length);
}

/** Of a text that is so many bytes of UTF-8 long. */
export const approxTokensOf = (bytes: number): number => Math.ceil(bytes / 4);

const encoder = new TextEncoder();
export const APPROX_METHOD = "utf8_bytes_div_4";
