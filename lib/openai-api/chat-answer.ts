import type { ProgramSink } from "@/lib/completion/program-request";
import type { CompletionResult, CompletionStart } from "@/lib/completion/types";
import type { Begun } from "./answer-headers";
import type { ProgramAnswer } from "./answer-program";
import { apiErrorBody } from "./api-error-body";
import { EventStream } from "./event-stream";
import { costFields, usageObject } from "./usage-object";

interface Options {
  stream: boolean;
  includeUsage: boolean;
  createdAt: Date;
}

interface ToolCall {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
}

/** One answer in OpenAI's chat wire: what a vendor that speaks it says passes, what another says is written in it. */
export class ChatAnswer implements ProgramAnswer {
  readonly begun: Promise<Begun>;
  readonly events: EventStream;
  readonly #options: Options;
  readonly #begin: (begun: Begun) => void;
  #last: Begun | null = null;
  #whole: Uint8Array | null = null;
  #usage: Readonly<Record<string, unknown>> | null = null;
  #saidRole = false;
  readonly #text: string[] = [];
  readonly #reasoning: string[] = [];
  readonly #calls: ToolCall[] = [];

  constructor(options: Options, onLeft: () => void) {
    this.#options = options;
    this.events = new EventStream(onLeft);
    const { promise, resolve } = Promise.withResolvers<Begun>();
    this.begun = promise;
    this.#begin = resolve;
  }

  start(start: CompletionStart, decisionId: string | null): void {
    this.#last = { start, decisionId };
  }

  text(delta: string): void {
    if (this.#options.stream) this.#delta({ content: delta });
    else this.#text.push(delta);
  }

  reasoning(delta: string): void {
    if (this.#options.stream) this.#delta({ reasoning_content: delta });
    else this.#reasoning.push(delta);
  }

  readonly program: ProgramSink = {
    toolCall: ({ id, name, input }) => {
      let index = this.#calls.findIndex((call) => call.id === id);
      const isNew = index === -1;
      if (isNew) {
        index = this.#calls.length;
        this.#calls.push({ id, type: "function", function: { name: name ?? "", arguments: "" } });
      }
      const call = this.#calls[index];
      if (call) call.function.arguments += input;
      if (!this.#options.stream) return;
      const whose = isNew ? { id, type: "function" } : {};
      const named = isNew ? { name: name ?? "" } : {};
      this.#delta({ tool_calls: [{ index, ...whose, function: { ...named, arguments: input } }] });
    },
    bytes: (bytes) => this.#send(bytes),
    usage: (event) => {
      this.#usage = event;
    },
    whole: (bytes) => {
      this.#whole = bytes;
    },
  };

  fail(error: unknown): void {
    this.events.send(apiErrorBody(error));
    this.events.close();
  }

  end(result: CompletionResult): void {
    if (this.#whole === null && this.#usage === null && this.#saidRole)
      this.events.send(this.#chunk({}, finishOf(result)));
    if (this.#options.includeUsage) this.events.send(this.#usageEvent(result));
    this.events.done();
  }

  body(result: CompletionResult): Uint8Array {
    if (this.#whole) return this.#whole;
    const reasoning = this.#reasoning.join("");
    const text = this.#text.join("");
    const message = {
      role: "assistant",
      content: text === "" && this.#calls.length > 0 ? null : text,
      ...(reasoning !== "" && { reasoning_content: reasoning }),
      ...(this.#calls.length > 0 && { tool_calls: this.#calls }),
      refusal: null,
    };
    const choice = { index: 0, message, logprobs: null, finish_reason: finishOf(result) };
    const usage = { ...usageObject(result.usage), ...costFields(result) };
    return Buffer.from(
      JSON.stringify({ ...this.#head(), object: "chat.completion", choices: [choice], usage }),
    );
  }

  #delta(delta: object): void {
    const role = this.#saidRole ? {} : { role: "assistant", content: "" };
    this.#saidRole = true;
    this.#begins();
    this.events.send(this.#chunk({ ...role, ...delta }, null));
  }

  #send(bytes: Uint8Array): void {
    this.#begins();
    this.events.write(bytes);
  }

  #begins(): void {
    if (this.#last) this.#begin(this.#last);
  }

  #chunk(delta: object, finish: string | null): object {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
    return {
      ...this.#head(),
      ...{ object: "chat.completion.chunk", choices },
      ...(this.#options.includeUsage && { usage: null }),
    };
  }

  #usageEvent(result: CompletionResult): object {
    const given = this.#usage;
    const counted = usageObject(result.usage);
    const usage = typeof given?.usage === "object" ? given.usage : counted;
    return {
      ...this.#head(),
      object: "chat.completion.chunk",
      ...given,
      choices: [],
      usage: { ...usage, ...costFields(result) },
    };
  }

  #head() {
    const { start } = this.#last ?? {};
    return {
      id: `chatcmpl-${start?.callId ?? ""}`,
      created: Math.floor(this.#options.createdAt.getTime() / 1000),
      model: start?.model ?? "",
    };
  }
}

const FINISHES: Readonly<Record<string, string>> = {
  length: "length",
  "tool-calls": "tool_calls",
  "content-filter": "content_filter",
};

const finishOf = ({ finishReason }: CompletionResult): string => FINISHES[finishReason ?? ""] ?? "stop";
