/** Cuts a text into the demo model's tokens: a Chinese, Japanese or Korean character is one, and so is any other run without
 *  white space, each with the white space before it. They join back to the text, trailing white space
 *  included. This is the demo model's own tokenizer, so its counts are exact by definition. */
export function demoTokens(text: string): string[] {
  return (
    text.match(
      /\s*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\s*[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|\s+/gu,
    ) ?? []
  );
}
