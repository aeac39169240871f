import type { LanguageModelV4Prompt } from "@ai-sdk/provider";

/** Pictures and files that come with a prompt, pictures included. */
export function countFiles(prompt: LanguageModelV4Prompt): { attachments: number; images: number } {
  const files = prompt
    .flatMap(({ role, content }) => (role === "user" && Array.isArray(content) ? content : []))
    .filter((part) => part.type === "file");
  return {
    attachments: files.length,
    images: files.filter(({ mediaType }) => mediaType.startsWith("image")).length,
  };
}
