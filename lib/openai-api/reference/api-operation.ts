import type { z } from "zod";
import type { KeyScope } from "@/lib/permissions/key-scopes";

/** A request that works on any installation where something answers; its name's text is `examples` of the texts. */
export interface OperationExample {
  name: string;
  body: Readonly<Record<string, unknown>>;
}

/** One address of the API as it is described to programs. What it takes is the schema that its route parses with. */
export interface ApiOperation {
  /** Its `operationId`, by which the texts know it. */
  id: string;
  method: "GET" | "POST";
  /** After `/api/v1`, with placeholders as OpenAPI writes them. */
  path: string;
  scope: KeyScope;
  /** How failures are told. */
  wire: "openai" | "anthropic";
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** A whole reply. */
  reply: z.ZodType;
  /** What each event of a stream holds; absent: it is never streamed. */
  event?: z.ZodType;
  /** Whether a model is asked: then the reply says which one, and what it cost. */
  asks: boolean;
  examples: readonly OperationExample[];
}
