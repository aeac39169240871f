import type { LanguageModelV4Prompt } from "@ai-sdk/provider";

/** All text of a prompt, for counting. */
export function promptText(prompt: LanguageModelV4Prompt): string {
  return prompt
    .map(({ content }) =>
      typeof content === "string"
        ? content
        : content
            .map((part) => ("text" in part && typeof part.text === "string" ? part.text : ""))
            .join("\n"),
    )
    .join("\n");
}

/** What the person said last. */
export function lastQuestion(prompt: LanguageModelV4Prompt): string {
  const last = prompt.findLast(({ role }) => role === "user");
  return last ? promptText([last]) : "";
}
