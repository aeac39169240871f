import type { BilledTokens } from "../call.ts";
import type { Fault, Script } from "../script.ts";

export interface Refusal {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface ToolCall {
  name: string;
  /** JSON, sent in two pieces where the wire streams it. */
  input: string;
}

/** One vendor's way of streaming one answer: each method gives what to write to the socket. */
export interface Wire {
  start(): string;
  reasoning(piece: string): string;
  text(piece: string): string;
  toolCall(call: ToolCall): string;
  finish(usage: BilledTokens | null, cutShort: boolean, serviceTier: string | null): string;
  errorEvent(): string;
  /** A reply in one piece, on the wires that are asked for one. */
  whole?(script: Script, billed: BilledTokens): object;
  refuse(fault: Fault, retryAfterSeconds: number): Refusal;
}

export function sse(data: unknown, event?: string): string {
  return `${event === undefined ? "" : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
}

export function halves({ input }: ToolCall): [string, string] {
  const middle = Math.floor(input.length / 2);
  return [input.slice(0, middle), input.slice(middle)];
}

export const SSE_DONE = "data: [DONE]\n\n";
