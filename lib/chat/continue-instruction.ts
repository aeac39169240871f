import { hasOpenFence } from "./open-fence";

/** Enough of the end to find the place by. */
const QUOTED_CHARACTERS = 160;
/** A word that the cut may have gone through. Scripts that join their words without spaces need no such care. */
const LAST_WORD =
  /(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{M}\p{N}_'’-]){1,80}$/u;

/** What a model is told under its own answer that broke off. An instruction, because several vendors refuse an answer
 *  that is begun for the model.
 *
 *  Where the answer ends in a word, nobody can tell whether the word is whole, and models do not begin a message with
 *  a space: then the model repeats that one word, and `Joint` fits the two together. */
export function continueInstruction({ text, reasoning }: { text: string; reasoning: string }): string {
  if (text.trim() === "") return `${BROKE_OFF_THINKING}\n\n${thoughts(reasoning)}`;
  const lastWord = LAST_WORD.exec(text)?.[0];
  return [
    "Your answer above broke off before it was complete. Write the rest of it now.",
    "It is joined to what is already there, character by character. So do not repeat what you have written, do not apologise, do not explain, do not comment on the interruption, and do not start over. Keep to the same language, tone, structure and formatting.",
    `The answer ends with: ${JSON.stringify(text.slice(-QUOTED_CHARACTERS))}`,
    hasOpenFence(text)
      ? "That is inside a code block: go on with the code, and do not open the block again. Close it when the code is complete."
      : "If that is inside a table, a list, a formula or a quotation, go on inside it.",
    lastWord === undefined
      ? "Begin with the very next character."
      : `The cut may have gone through a word. Begin by writing that last word, ${JSON.stringify(lastWord)}, once more, complete, and go on from there.`,
  ].join("\n\n");
}

const BROKE_OFF_THINKING =
  "You broke off while you were thinking about this, before you began the answer. Take your thoughts so far into account, finish thinking, and write the answer. Do not comment on the interruption.";

const thoughts = (reasoning: string): string => `Your thoughts so far:\n\n${reasoning}`;
