/** The part that the simple forms of an English word share; `word` is in lower case. Good enough to meet, not to read. */
export function stem(word: string): string {
  let end = word.length;
  if (end <= 3) return word;
  if (word.endsWith("'s")) end -= 2;
  if (end > 5 && word.startsWith("ing", end - 3)) end -= 3;
  else if (end > 4 && word.startsWith("ies", end - 3)) return `${word.slice(0, end - 3)}y`;
  else if (end > 4 && word.startsWith("ed", end - 2)) end -= 2;
  else if (end > 4 && word.startsWith("es", end - 2)) end -= 2;
  else if (word[end - 1] === "s" && word[end - 2] !== "s" && word[end - 2] !== "u") end -= 1;
  if (end > 3 && word[end - 1] === "e") end -= 1;
  if (end > 4 && word[end - 1] === word[end - 2] && end < word.length) end -= 1;
  return word.slice(0, end);
}
