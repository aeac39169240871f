import type { UIMessageChunk } from "ai";
import type { MessageMetadata, WyeMessage } from "@/lib/chat/message";
import type { PartKind } from "@/lib/chat/ui-chunks";

interface Part {
  kind: PartKind;
  id: string;
  text: string;
  done: boolean;
}

/** What of the events is read: what `lib/chat/ui-chunks.ts` writes. */
type Chunk = UIMessageChunk<MessageMetadata>;

/** Makes a message of the events of its stream. Events that come once more, or metadata in several pieces, are one
 *  message all the same. */
export class AnswerReader {
  /** What the server said instead of an answer. */
  refusal: string | null = null;
  readonly #decoder = new TextDecoder();
  readonly #parts: Part[] = [];
  #rest = "";
  #metadata: MessageMetadata;
  readonly #begun: WyeMessage;

  /** @param begun as it is known before anything was read */
  constructor(begun: WyeMessage) {
    this.#begun = begun;
    this.#metadata = begun.metadata ?? { parentId: null, status: "streaming", createdAt: "" };
  }

  take(bytes: Uint8Array): void {
    const events = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split("\n\n");
    this.#rest = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: (\{.*\})$/m.exec(event)?.[1];
      // Our own server's event.
      if (data !== undefined) this.#read(JSON.parse(data) as Chunk);
    }
  }

  /** As far as it was read. */
  get message(): WyeMessage {
    const parts = this.#parts.map(({ kind, text, done }) => ({
      type: kind,
      text,
      state: done ? ("done" as const) : ("streaming" as const),
    }));
    return { ...this.#begun, parts: parts.length > 0 ? parts : this.#begun.parts, metadata: this.#metadata };
  }

  #read(chunk: Chunk): void {
    switch (chunk.type) {
      case "start":
      case "message-metadata":
      case "finish":
        this.#metadata = { ...this.#metadata, ...chunk.messageMetadata };
        break;
      case "text-start":
      case "reasoning-start":
        if (!this.#find(chunk.id))
          this.#parts.push({ kind: kindOf(chunk.type), id: chunk.id, text: "", done: false });
        break;
      case "text-delta":
      case "reasoning-delta":
        this.#add(chunk.id, chunk.delta);
        break;
      case "text-end":
      case "reasoning-end":
        this.#end(chunk.id);
        break;
      case "error":
        this.refusal = chunk.errorText;
        break;
      default:
        break;
    }
  }

  #find(id: string): Part | undefined {
    return this.#parts.find((part) => part.id === id);
  }

  #add(id: string, delta: string): void {
    const part = this.#find(id);
    if (part) part.text += delta;
  }

  #end(id: string): void {
    const part = this.#find(id);
    if (part) part.done = true;
  }
}

const kindOf = (type: "text-start" | "reasoning-start"): PartKind =>
  type === "text-start" ? "text" : "reasoning";
