type Send = (type: string, fields: object) => void;
type Kind = "message" | "reasoning" | "function_call";

interface Item {
  kind: Kind;
  id: string;
  callId: string;
  name: string;
  pieces: string[];
  done: boolean;
}

const PREFIXES: Readonly<Record<Kind, string>> = { message: "msg", reasoning: "rs", function_call: "fc" };

/** What a model says as the output items of a response, each told by its events in OpenAI's order. */
export class ResponseItems {
  /** By which the items' ids are made. */
  answerId = "";
  readonly #send: Send;
  readonly #items: Item[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  text(delta: string): void {
    const index = this.#current("message");
    this.#items[index]?.pieces.push(delta);
    this.#send("response.output_text.delta", {
      ...this.#place(index),
      content_index: 0,
      delta,
      logprobs: [],
    });
  }

  reasoning(delta: string): void {
    const index = this.#current("reasoning");
    this.#items[index]?.pieces.push(delta);
    this.#send("response.reasoning_summary_text.delta", { ...this.#place(index), summary_index: 0, delta });
  }

  /** Pieces of several calls may come mixed, so one ends when something else begins. */
  toolCall({ id, name, input }: { id: string; name?: string; input: string }): void {
    let index = this.#items.findIndex(({ callId, done }) => callId === id && !done);
    if (index === -1) {
      if (this.#items.at(-1)?.kind !== "function_call") this.close();
      index = this.#add("function_call", id, name ?? "");
    }
    if (input === "") return;
    this.#items[index]?.pieces.push(input);
    this.#send("response.function_call_arguments.delta", { ...this.#place(index), delta: input });
  }

  /** Ends whatever is open. */
  close(): void {
    for (const [index, item] of this.#items.entries()) {
      if (item.done) continue;
      item.done = true;
      this.#tellEnd(index, item);
      this.#send("response.output_item.done", { output_index: index, item: whole(item) });
    }
  }

  output(): object[] {
    return this.#items.map(whole);
  }

  #current(kind: Kind): number {
    const last = this.#items.at(-1);
    if (last?.kind === kind && !last.done) return this.#items.length - 1;
    this.close();
    return this.#add(kind);
  }

  #add(kind: Kind, callId = "", name = ""): number {
    const index = this.#items.length;
    const id = `${PREFIXES[kind]}_${this.answerId}_${index}`;
    const item: Item = { kind, id, callId, name, pieces: [], done: false };
    this.#items.push(item);
    this.#send("response.output_item.added", { output_index: index, item: begun(item) });
    if (kind === "message")
      this.#send("response.content_part.added", {
        ...this.#place(index),
        content_index: 0,
        part: textPart(""),
      });
    if (kind === "reasoning") {
      const part = summaryPart("");
      this.#send("response.reasoning_summary_part.added", { ...this.#place(index), summary_index: 0, part });
    }
    return index;
  }

  #tellEnd(index: number, item: Item): void {
    const place = this.#place(index);
    const said = item.pieces.join("");
    if (item.kind === "function_call") {
      const { name } = item;
      this.#send("response.function_call_arguments.done", { ...place, name, arguments: said });
    } else if (item.kind === "message") {
      const at = { ...place, content_index: 0 };
      this.#send("response.output_text.done", { ...at, text: said, logprobs: [] });
      this.#send("response.content_part.done", { ...at, part: textPart(said) });
    } else {
      const at = { ...place, summary_index: 0 };
      this.#send("response.reasoning_summary_text.done", { ...at, text: said });
      this.#send("response.reasoning_summary_part.done", { ...at, part: summaryPart(said) });
    }
  }

  #place(index: number) {
    return { item_id: this.#items[index]?.id ?? "", output_index: index };
  }
}

const textPart = (text: string) => ({ type: "output_text", text, annotations: [], logprobs: [] });
const summaryPart = (text: string) => ({ type: "summary_text", text });

function begun({ kind, id, callId, name }: Item): object {
  if (kind === "reasoning") return { type: kind, id, summary: [] };
  const status = "in_progress";
  if (kind === "message") return { type: kind, id, status, role: "assistant", content: [] };
  return { type: kind, id, status, call_id: callId, name, arguments: "" };
}

function whole(item: Item): object {
  const { kind, pieces, done } = item;
  const said = pieces.join("");
  const status = done ? { status: "completed" } : {};
  if (kind === "reasoning") return { ...begun(item), summary: [summaryPart(said)] };
  if (kind === "message") return { ...begun(item), ...status, content: [textPart(said)] };
  return { ...begun(item), ...status, arguments: said };
}
