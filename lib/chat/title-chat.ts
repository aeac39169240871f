import { awaitsTitle, titleUntitledChat } from "@/db/queries/chats";
import { complete } from "@/lib/completion/complete";
import type { CompletionSink } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import type { RunKey } from "./run";
import { TITLE_INSTRUCTION, tidyTitle, titleMaterial } from "./title";

const TITLE_TIMEOUT_MS = 30_000;
/** Six words or twelve Chinese characters are asked for; a model that says a sentence may. */
const MAX_TITLE_TOKENS = 60;
const MAX_TITLE_THOUGHT_TOKENS = 400;

/** Asks a cheap model of the provider that answered for a title; where that fails, the question's first words are
 *  the title. An answer that began before the title of the one before it had come asks for none. */
export async function titleChat(
  context: Context,
  { chatId, answerId }: RunKey,
  material: { question: string; answeredBy: string },
  shutdown: AbortSignal,
): Promise<void> {
  const said: string[] = [];
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(new AppError("vendor_timeout")), TITLE_TIMEOUT_MS);
  const sink: CompletionSink = {
    start: () => undefined,
    reasoning: () => undefined,
    text: (delta) => said.push(delta),
  };
  try {
    if (!(await awaitsTitle(context.db, context.actor, chatId))) return;
    const ended = await complete(
      context,
      {
        purpose: "title",
        choice: { kind: "model", model: material.answeredBy },
        prompt: [
          { role: "system", content: TITLE_INSTRUCTION },
          { role: "user", content: [{ type: "text", text: titleMaterial(material.question) }] },
        ],
        chatId,
        messageId: answerId,
        signal: AbortSignal.any([shutdown, patience.signal]),
        maxOutputTokens: MAX_TITLE_TOKENS,
        thinkingTokens: MAX_TITLE_THOUGHT_TOKENS,
      },
      sink,
    );
    const written = ended.outcome === "complete" ? tidyTitle(said.join("")) : "";
    // Not asked again for the next answer: what failed once would be paid for each time.
    const title = written === "" ? tidyTitle(material.question) : written;
    if (title !== "") await titleUntitledChat(context.db, context.actor, chatId, title);
  } catch (error) {
    log().warn({ err: error, chatId }, "no title for a chat");
  } finally {
    clearTimeout(timer);
  }
}
