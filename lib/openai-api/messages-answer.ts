import type { ProgramSink } from "@/lib/completion/program-request";
import type { CompletionResult, CompletionStart } from "@/lib/completion/types";
import type { Begun } from "./answer-headers";
import type { ProgramAnswer } from "./answer-program";
import { EventStream } from "./event-stream";
import { messagesErrorBody } from "./messages-error-body";
import { costFields } from "./usage-object";

type Block =
  | { type: "text"; text: string }
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "tool_use"; id: string; name: string; input: unknown };

/** One answer in Anthropic's wire, whichever vendor gives it. */
export class MessagesAnswer implements ProgramAnswer {
  readonly begun: Promise<Begun>;
  readonly events: EventStream;
  readonly #begin: (begun: Begun) => void;
  readonly #stream: boolean;
  readonly #blocks: { block: Block; pieces: string[] }[] = [];
  #last: Begun | null = null;

  constructor(stream: boolean, onLeft: () => void) {
    this.#stream = stream;
    this.events = new EventStream(onLeft);
    const { promise, resolve } = Promise.withResolvers<Begun>();
    this.begun = promise;
    this.#begin = resolve;
  }

  start(start: CompletionStart, decisionId: string | null): void {
    this.#last = { start, decisionId };
  }

  text(delta: string): void {
    this.#open((last) => last.type === "text", { type: "text", text: "" });
    this.#piece(delta, { type: "text_delta", text: delta });
  }

  reasoning(delta: string): void {
    const block: Block = { type: "thinking", thinking: "", signature: "" };
    this.#open((last) => last.type === "thinking", block);
    this.#piece(delta, { type: "thinking_delta", thinking: delta });
  }

  readonly program: ProgramSink = {
    toolCall: ({ id, name, input }) => {
      const block: Block = { type: "tool_use", id, name: name ?? "", input: {} };
      this.#open((last) => last.type === "tool_use" && last.id === id, block);
      if (input !== "") this.#piece(input, { type: "input_json_delta", partial_json: input });
    },
    // It speaks no vendor's wire but its own, and nothing is passed through.
    bytes: () => undefined,
    usage: () => undefined,
    whole: () => undefined,
  };

  end(result: CompletionResult): void {
    if (this.#blocks.length === 0) this.#startMessage();
    else this.#event("content_block_stop", { index: this.#blocks.length - 1 });
    this.#event("message_delta", {
      delta: { stop_reason: this.#stopReason(result), stop_sequence: null },
      usage: usageOf(result),
    });
    this.#event("message_stop", {});
    this.events.close();
  }

  fail(error: unknown): void {
    this.events.send(messagesErrorBody(error), "error");
    this.events.close();
  }

  body(result: CompletionResult): Uint8Array {
    const content = this.#blocks.map(({ block, pieces }) => whole(block, pieces.join("")));
    return Buffer.from(
      JSON.stringify({
        ...{ ...this.#head(), content, stop_reason: this.#stopReason(result), stop_sequence: null },
        usage: usageOf(result),
      }),
    );
  }

  #open(isSame: (last: Block) => boolean, block: Block): void {
    const last = this.#blocks.at(-1);
    if (last && isSame(last.block)) return;
    if (this.#stream) {
      if (last) this.#event("content_block_stop", { index: this.#blocks.length - 1 });
      else this.#startMessage();
    }
    this.#blocks.push({ block, pieces: [] });
    if (this.#stream)
      this.#event("content_block_start", { index: this.#blocks.length - 1, content_block: block });
  }

  #piece(piece: string, delta: object): void {
    if (this.#stream) this.#event("content_block_delta", { index: this.#blocks.length - 1, delta });
    else this.#blocks.at(-1)?.pieces.push(piece);
  }

  #startMessage(): void {
    if (this.#last) this.#begin(this.#last);
    const usage = { input_tokens: 0, output_tokens: 0 };
    this.#event("message_start", {
      message: { ...this.#head(), content: [], stop_reason: null, stop_sequence: null, usage },
    });
  }

  #event(type: string, fields: object): void {
    this.events.send({ type, ...fields }, type);
  }

  #head() {
    const { start } = this.#last ?? {};
    return {
      id: `msg_${start?.callId ?? ""}`,
      type: "message",
      role: "assistant",
      model: start?.model ?? "",
    };
  }

  #stopReason({ finishReason }: CompletionResult): string {
    if (finishReason === "length") return "max_tokens";
    if (this.#blocks.some(({ block }) => block.type === "tool_use")) return "tool_use";
    return "end_turn";
  }
}

function whole(block: Block, said: string): Block {
  switch (block.type) {
    case "text":
      return { ...block, text: said };
    case "thinking":
      return { ...block, thinking: said };
    case "tool_use":
      return { ...block, input: parseArguments(said) };
  }
}

/** Those of a call that was cut off are half a text, and were paid for: it is given without them. */
function parseArguments(said: string): unknown {
  try {
    return JSON.parse(said === "" ? "{}" : said);
  } catch {
    return {};
  }
}

function usageOf(result: CompletionResult) {
  const { usage } = result;
  return {
    input_tokens: usage.input + usage.audioInput + usage.imageInput,
    cache_creation_input_tokens: usage.cacheWrite + usage.cacheWrite1h,
    cache_read_input_tokens: usage.cacheRead + usage.audioCacheRead,
    output_tokens: usage.output + usage.reasoning + usage.audioOutput + usage.imageOutput,
    ...costFields(result),
  };
}
