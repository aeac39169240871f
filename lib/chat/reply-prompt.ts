import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { BegunReply } from "./begin-reply";
import { continueInstruction } from "./continue-instruction";
import type { CutAnswer } from "./continued-reply";
import { toPrompt } from "./prompt";

/** What the model is sent for a reply: the chat's instructions, the path to the question, and what it is to continue. */
export function replyPrompt({
  path,
  settings: { instructions },
  cut,
}: Pick<BegunReply, "path" | "settings"> & {
  cut: Pick<CutAnswer, "text" | "reasoning"> | null;
}): LanguageModelV4Prompt {
  const turns = cut === null ? path : [...path, ...continued(cut)];
  const system = instructions === undefined ? [] : [{ role: "system" as const, content: instructions }];
  return [...system, ...toPrompt(turns)];
}

function continued(cut: Pick<CutAnswer, "text" | "reasoning">): BegunReply["path"] {
  const instruction = { role: "user", status: "complete", text: continueInstruction(cut) } as const;
  // Vendors refuse an answer of nothing but white space.
  return cut.text.trim() === ""
    ? [instruction]
    : [{ role: "assistant", status: "complete", text: cut.text }, instruction];
}
