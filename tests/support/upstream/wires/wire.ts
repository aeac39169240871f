import type { BilledTokens } from "../call.ts";
import type { Fault } from "../script.ts";

export interface Refusal {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** One vendor's way of streaming one answer: each method gives what to write to the socket. */
export interface Wire {
  start(): string;
  reasoning(piece: string): string;
  text(piece: string): string;
  finish(usage: BilledTokens | null, cutShort: boolean): string;
  errorEvent(): string;
  refuse(fault: Fault, retryAfterSeconds: number): Refusal;
}

export function sse(data: unknown, event?: string): string {
  return `${event === undefined ? "" : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;
}

export const SSE_DONE = "data: [DONE]\n\n";
