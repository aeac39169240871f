import type { ReactNode } from "react";
import type { CodeToken } from "./highlight";

/** Keyed by their places in the code, so that a line that is coloured anew keeps its elements. */
export function colouredLines(lines: readonly (readonly CodeToken[])[]): ReactNode[] {
  return lines.flatMap((tokens, line) => {
    const spans: ReactNode[] = tokens.map(({ text, color, offset }) => (
      <span key={offset} style={color === undefined ? undefined : { color }}>
        {text}
      </span>
    ));
    return line < lines.length - 1 ? [...spans, "\n"] : spans;
  });
}
