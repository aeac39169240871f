const USUAL_ANSWER_TOKENS = 8_192;

/** Tokens of a context that are kept free for the answer: as many as the model may write, but no more than a quarter
 *  of a context, since few answers come near a large limit. */
export function answerRoom({
  contextLength,
  outputLimit,
}: {
  contextLength: number;
  outputLimit: number | null;
}): number {
  return Math.min(outputLimit ?? USUAL_ANSWER_TOKENS, Math.floor(contextLength / 4));
}
