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
