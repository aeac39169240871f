import type { LanguageModelV4CallOptions } from "@ai-sdk/provider";

/** Wires that pass from a client to a vendor and back. */
export type OwnWire = "chat" | "responses" | "embeddings";

/** A program's request in its own wire, with whatever else the client said. */
export interface OwnRequest {
  wire: OwnWire;
  body: Readonly<Record<string, unknown>>;
  stream: boolean;
}

/** What a program asks for beside a prompt. */
export interface ProgramRequest {
  /** The same as it came: a vendor that speaks its wire is sent this. Null: no vendor is sent the client's wire. */
  own: OwnRequest | null;
  /** For every other vendor. */
  options: Pick<
    LanguageModelV4CallOptions,
    | "tools"
    | "toolChoice"
    | "responseFormat"
    | "stopSequences"
    | "seed"
    | "topP"
    | "topK"
    | "presencePenalty"
    | "frequencyPenalty"
  >;
  /** Fields that say something in the client's wire and nothing in another vendor's: with these only a vendor that
   *  speaks the client's can be asked. */
  untranslated: readonly string[];
  /** Tokens that came as numbers, beside the prompt's text. */
  inputTokens?: number;
}

/** Receives what only a program takes. */
export interface ProgramSink {
  /** A piece of a tool call of the model's; `name` comes with the first. */
  toolCall(call: { id: string; name?: string; input: string }): void;
  /** Events of a stream in the client's wire, as they came, but for the usage and the end, which are held back. */
  bytes(bytes: Uint8Array): void;
  /** An event that reports the usage, of such a stream. */
  usage(event: Readonly<Record<string, unknown>>): void;
  /** A whole reply in the client's wire. @param said the same, read */
  whole(bytes: Uint8Array, said: unknown): void;
}
