/** An answer as it must read on the page, without what Markdown and line breaks make of it: fences, their language
 *  and white space are left out on both sides. A half of a character that stands alone is drawn as a replacement. */
export function plainText(markdown: string): string {
  return markdown
    .toWellFormed()
    .replaceAll(/```\w*|`/g, "")
    .replaceAll(/\s/g, "");
}
