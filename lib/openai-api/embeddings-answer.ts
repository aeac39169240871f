import { isRecord } from "@/lib/completion/chat-reply";
import type { ProgramSink } from "@/lib/completion/program-request";
import type { Begun } from "./answer-headers";
import type { ProgramAnswer } from "./answer-program";
import { EventStream } from "./event-stream";

type Format = "float" | "base64";

/** Embeddings in OpenAI's wire: the vendor's bytes, unless it has them in another form than was asked for. */
export class EmbeddingsAnswer implements ProgramAnswer {
  /** It is never streamed. */
  readonly begun = new Promise<Begun>(() => undefined);
  readonly events: EventStream;
  readonly #format: Format;
  #bytes: Uint8Array = new Uint8Array();

  constructor(format: Format, onLeft: () => void) {
    this.#format = format;
    this.events = new EventStream(onLeft);
  }

  readonly program: ProgramSink = {
    whole: (bytes, said) => {
      this.#bytes = inFormat(said, this.#format) ?? bytes;
    },
    ...{ toolCall: nothing, bytes: nothing, usage: nothing },
  };

  readonly start = nothing;
  readonly text = nothing;
  readonly reasoning = nothing;

  end(): void {
    this.events.close();
  }

  fail(): void {
    this.events.close();
  }

  body(): Uint8Array {
    return this.#bytes;
  }
}

const nothing = (): undefined => undefined;

/** @returns null where it is in that form already */
function inFormat(said: unknown, format: Format): Uint8Array | null {
  if (!isRecord(said) || !Array.isArray(said.data)) return null;
  const isOther = (item: unknown) =>
    isRecord(item) &&
    (format === "base64" ? Array.isArray(item.embedding) : typeof item.embedding === "string");
  if (!said.data.some(isOther)) return null;
  const data = said.data.map((item: unknown) =>
    isRecord(item) && isOther(item)
      ? { ...item, embedding: format === "base64" ? toBase64(item.embedding) : toFloats(item.embedding) }
      : item,
  );
  return Buffer.from(JSON.stringify({ ...said, data }));
}

/** Little-endian floats of 32 bits. */
function toBase64(embedding: unknown): string {
  const values = Array.isArray(embedding) ? embedding.map(Number) : [];
  const bytes = Buffer.alloc(values.length * 4);
  for (const [nth, value] of values.entries()) bytes.writeFloatLE(value, nth * 4);
  return bytes.toString("base64");
}

function toFloats(embedding: unknown): number[] {
  const bytes = Buffer.from(String(embedding), "base64");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, nth) => bytes.readFloatLE(nth * 4));
}
