const MARK = "$$";

/** Code, in fences of either kind (closed or still open) and in back ticks: never touched. */
const CODE = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]+`)/;

const DISPLAY_ON_OWN_LINES = /^([ \t]*)\\\[\s*([\s\S]+?)\s*\\\][ \t]*$/gm;
const DISPLAY_WITHIN_LINE = /\\\[\s*([\s\S]+?)\s*\\\]/g;
const INLINE = /\\\(\s*([^\n]+?)\s*\\\)/g;
/** Pandoc's rule, which keeps "$5 and $10" as money: no space inside the signs, no digit after the second. */
const SINGLE_DOLLAR = /(?<![\\$])\$(?![\s$])([^$\n]*?[^\s$\\])\$(?![\d$])/g;

/** Writes the ways in which models mark mathematics, `\(…\)`, `\[…\]` and `$…$`, as `$$…$$`, the one way the
 *  parser takes. */
export function mathDelimiters(markdown: string): string {
  if (!/\\[([]|\$/.test(markdown)) return markdown;
  return markdown
    .split(CODE)
    .map((piece, index) => (index % 2 === 1 ? piece : convert(piece)))
    .join("");
}

function convert(prose: string): string {
  return prose
    .replace(DISPLAY_ON_OWN_LINES, (_, indent: string, body: string) =>
      [MARK, body, MARK].map((line) => indent + line).join("\n"),
    )
    .replace(DISPLAY_WITHIN_LINE, (_, body: string) => MARK + body + MARK)
    .replace(INLINE, (_, body: string) => MARK + body + MARK)
    .replace(SINGLE_DOLLAR, (_, body: string) => MARK + body + MARK);
}

export function hasMath(markdown: string): boolean {
  return markdown.includes(MARK);
}
