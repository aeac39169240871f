import { setTimeout as delay } from "node:timers/promises";
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import { type DemoAnswer, demoAnswer, demoTitle } from "./demo-answer";
import { demoTokens } from "./demo-tokens";

const TOKEN_DELAY_MS = 15;

/** A language model that lives in this process and needs no key. It streams a fixed, honest text token by
 *  token and reports what it streamed. A call whose system message asks for a title gets one; told that its answer
 *  broke off, it goes on. */
export function demoModel(modelId: string, tokenDelayMs = TOKEN_DELAY_MS): LanguageModelV4 {
  return {
    specificationVersion: "v4",
    provider: "demo",
    modelId,
    supportedUrls: {},
    doGenerate: async (options) => {
      options.abortSignal?.throwIfAborted();
      const { reasoning, text } = answer(options);
      return {
        content: [
          { type: "reasoning", text: reasoning },
          { type: "text", text },
        ],
        finishReason: { unified: "stop", raw: "stop" },
        usage: usage(options.prompt, demoTokens(reasoning).length, demoTokens(text).length),
        warnings: [],
      };
    },
    doStream: async (options) => ({ stream: toStream(speak(options, tokenDelayMs)) }),
  };
}

async function* speak(
  options: LanguageModelV4CallOptions,
  tokenDelayMs: number,
): AsyncGenerator<LanguageModelV4StreamPart> {
  const { reasoning, text } = answer(options);
  const limit = options.maxOutputTokens ?? Number.POSITIVE_INFINITY;
  const counts = { reasoning: 0, text: 0 };
  yield { type: "stream-start", warnings: [] };
  for (const [kind, tokens] of [
    ["reasoning", demoTokens(reasoning)],
    ["text", demoTokens(text)],
  ] as const) {
    if (tokens.length === 0) continue;
    yield { type: `${kind}-start`, id: kind };
    for (const token of tokens) {
      if (counts.reasoning + counts.text >= limit) break;
      await delay(tokenDelayMs, undefined, options.abortSignal ? { signal: options.abortSignal } : {});
      counts[kind]++;
      yield { type: `${kind}-delta`, id: kind, delta: token };
    }
    yield { type: `${kind}-end`, id: kind };
  }
  const isCut = counts.reasoning + counts.text < demoTokens(reasoning).length + demoTokens(text).length;
  const finish = isCut ? "length" : "stop";
  yield {
    type: "finish",
    finishReason: { unified: finish, raw: finish },
    usage: usage(options.prompt, counts.reasoning, counts.text),
  };
}

function toStream(
  parts: AsyncGenerator<LanguageModelV4StreamPart>,
): ReadableStream<LanguageModelV4StreamPart> {
  return new ReadableStream<LanguageModelV4StreamPart>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await parts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function answer({ prompt, reasoning }: LanguageModelV4CallOptions): DemoAnswer {
  const system = prompt.filter(({ role }) => role === "system").map(promptText);
  const questions = prompt.filter(({ role }) => role === "user").map(promptText);
  if (system.some((text) => ASKS_FOR_TITLE.test(text)))
    return { reasoning: "", text: demoTitle(questions[0] ?? "") };
  const last = questions.at(-1) ?? "";
  if (ANSWER_BROKE_OFF.test(last)) return rest(questions.at(-2) ?? "", prompt);
  return demoAnswer(last.split(THINKING_BROKE_OFF)[0] ?? "", reasoning !== "none");
}

/** As this application asks for it; a chat's own instructions may speak of titles. */
const ASKS_FOR_TITLE = /^write a title\b/i;
/** As lib/chat/continue-instruction.ts says it. */
const ANSWER_BROKE_OFF = /^Your answer above broke off/;
const THINKING_BROKE_OFF = "\n\nYou broke off while you were thinking";

function rest(question: string, prompt: LanguageModelV4Prompt): DemoAnswer {
  const { text } = demoAnswer(question, false);
  const said = promptText(
    prompt.findLast(({ role }) => role === "assistant") ?? { role: "system", content: "" },
  );
  return { reasoning: "", text: text.startsWith(said) ? text.slice(said.length) : text };
}

function usage(prompt: LanguageModelV4Prompt, reasoning: number, text: number): LanguageModelV4Usage {
  const input = prompt.reduce((sum, message) => sum + demoTokens(promptText(message)).length, 0);
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: reasoning + text, text, reasoning },
  };
}

function promptText({ content }: LanguageModelV4Prompt[number]): string {
  if (typeof content === "string") return content;
  return content.map((part) => ("text" in part ? part.text : "")).join("\n");
}
