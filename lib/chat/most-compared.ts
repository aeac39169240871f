/** Answers to one question that stand side by side. */
export const MOST_COMPARED = 4;
