/** Two texts as paragraphs of one. */
export const joinTexts = (first: string, second: string): string =>
  [first, second].filter((text) => text !== "").join("\n\n");
