/** Tokens of `text` in OpenAI's o200k_base: exact for its current models, close for the others. The vocabulary is
 *  large, so it is loaded only when something has to be estimated. */
export async function countTokens(text: string): Promise<number> {
  if (text === "") return 0;
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  return count(text, { allowedSpecial: "all" });
}
export const TOKENIZER_METHOD = "o200k_base";
