import type { ProgramSink } from "@/lib/completion/program-request";
import type { CompletionResult, CompletionStart } from "@/lib/completion/types";
import type { Begun } from "./answer-headers";
import type { ProgramAnswer } from "./answer-program";
import { apiErrorBody } from "./api-error-body";
import { EventStream } from "./event-stream";
import { ResponseItems } from "./response-items";
import { type ResponseFacts, responseObject } from "./response-object";
import { costFields, usageObject } from "./usage-object";

interface Options extends ResponseFacts {
  stream: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** One answer in OpenAI's Responses wire: what a vendor that speaks it says passes, what another says is written in it. */
export class ResponsesAnswer implements ProgramAnswer {
  readonly begun: Promise<Begun>;
  readonly events: EventStream;
  readonly #options: Options;
  readonly #begin: (begun: Begun) => void;
  readonly #items: ResponseItems;
  #last: Begun | null = null;
  #sequence = 0;
  #isOpen = false;
  #passes = false;
  #whole: Uint8Array | null = null;
  #given: Fields | null = null;

  constructor(options: Options, onLeft: () => void) {
    this.#options = options;
    this.events = new EventStream(onLeft);
    this.#items = new ResponseItems((type, fields) => this.#event(type, fields));
    const { promise, resolve } = Promise.withResolvers<Begun>();
    this.begun = promise;
    this.#begin = resolve;
  }

  start(start: CompletionStart, decisionId: string | null): void {
    this.#last = { start, decisionId };
    this.#items.answerId = start.callId;
  }

  text(delta: string): void {
    this.#open();
    this.#items.text(delta);
  }

  reasoning(delta: string): void {
    this.#open();
    this.#items.reasoning(delta);
  }

  readonly program: ProgramSink = {
    toolCall: (call) => {
      this.#open();
      this.#items.toolCall(call);
    },
    bytes: (bytes) => {
      this.#passes = true;
      if (this.#last) this.#begin(this.#last);
      this.events.write(bytes);
    },
    usage: (event) => {
      this.#given = event;
    },
    whole: (bytes) => {
      this.#whole = bytes;
    },
  };

  end(result: CompletionResult): void {
    if (this.#given) {
      this.events.send(withCost(this.#given, result), String(this.#given.type));
      this.events.close();
      return;
    }
    this.#open();
    this.#items.close();
    const response = this.#response(result);
    this.#event(`response.${response.status}`, { response });
    this.events.close();
  }

  fail(error: unknown): void {
    const { code, message } = apiErrorBody(error).error;
    // Whose events passed counts them alone.
    if (this.#passes) this.events.send({ type: "error", code, message, param: null }, "error");
    else {
      this.#open();
      const response = { ...this.#head("failed"), error: { code, message }, output: this.#items.output() };
      this.#event("response.failed", { response });
    }
    this.events.close();
  }

  body(result: CompletionResult): Uint8Array {
    if (this.#whole) return this.#whole;
    this.#items.close();
    return Buffer.from(JSON.stringify(this.#response(result)));
  }

  #open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    if (this.#options.stream && this.#last) this.#begin(this.#last);
    const response = this.#head("in_progress");
    this.#event("response.created", { response });
    this.#event("response.in_progress", { response });
  }

  #event(type: string, fields: object): void {
    if (!this.#options.stream) return;
    this.events.send({ type, sequence_number: this.#sequence++, ...fields }, type);
  }

  #head(status: string) {
    const { start } = this.#last ?? {};
    return responseObject(this.#options, { id: start?.callId ?? "", model: start?.model ?? "", status });
  }

  #response(result: CompletionResult) {
    const reason = REASONS[result.finishReason ?? ""];
    return {
      ...this.#head(reason === undefined ? "completed" : "incomplete"),
      incomplete_details: reason === undefined ? null : { reason },
      output: this.#items.output(),
      usage: usageOf(result),
    };
  }
}

/** Why an answer is not whole. */
const REASONS: Readonly<Record<string, string>> = {
  length: "max_output_tokens",
  filtered: "content_filter",
};

function withCost(event: Fields, result: CompletionResult): object {
  const { response } = event;
  if (typeof response !== "object" || response === null) return event;
  const given = "usage" in response && typeof response.usage === "object" ? response.usage : null;
  const usage = { ...(given ?? usageOf(result)), ...costFields(result) };
  return { ...event, response: { ...response, usage } };
}

function usageOf(result: CompletionResult) {
  const { prompt_tokens, completion_tokens, total_tokens, ...details } = usageObject(result.usage);
  return {
    input_tokens: prompt_tokens,
    input_tokens_details: details.prompt_tokens_details,
    output_tokens: completion_tokens,
    output_tokens_details: details.completion_tokens_details,
    total_tokens,
    ...costFields(result),
  };
}
