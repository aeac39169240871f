import type { MessageRole, MessageStatus } from "./message";
import { sentPath } from "./sent-path";

export const CONTEXT_PARTS = ["instructions", "summary", "questions", "answers"] as const;
export type ContextPart = (typeof CONTEXT_PARTS)[number];

/** What the next question would be sent with, in tokens. The question itself is not in it. */
export interface ContextUse {
  parts: Readonly<Record<ContextPart, number>>;
  /** `vendor`: begins with the vendor's own count of an earlier call; only what came after it is estimated.
   *  `estimate`: all of it is. */
  basis: "vendor" | "estimate";
}

/** A message as the count sees it. */
export interface SizedMessage {
  id: string;
  role: MessageRole;
  status: MessageStatus;
  /** Estimate of its text. */
  tokens: number;
}

/** What a vendor counted up to and with one answer. */
export interface VendorCount {
  answerId: string;
  /** Read and written, without reasoning, which is never sent back. */
  tokens: number;
}

/** @param path oldest first
 *  @param counts the vendors' counts of answers of the path; the latest that is still sent is taken */
export function contextUse(
  path: readonly SizedMessage[],
  counts: readonly VendorCount[],
  instructionsTokens: number,
): ContextUse {
  const sent = sentPath(path, ({ tokens }) => tokens === 0);
  const byAnswer = new Map(counts.map(({ answerId, tokens }) => [answerId, tokens]));
  const counted = sent.findLastIndex(({ id }) => byAnswer.has(id));
  const before = sumUp(sent.slice(0, counted + 1), instructionsTokens);
  const known = byAnswer.get(sent[counted]?.id ?? "");
  if (known === undefined) return { parts: sumUp(sent, instructionsTokens), basis: "estimate" };
  return { parts: add(spread(known, before), sumUp(sent.slice(counted + 1), 0)), basis: "vendor" };
}

type Parts = Record<ContextPart, number>;

const PART_OF: Readonly<Record<MessageRole, ContextPart>> = {
  summary: "summary",
  user: "questions",
  assistant: "answers",
};

function sumUp(messages: readonly SizedMessage[], instructions: number): Parts {
  const parts = { instructions, summary: 0, questions: 0, answers: 0 };
  for (const { role, tokens } of messages) parts[PART_OF[role]] += tokens;
  return parts;
}

/** Divides a total as an estimate is divided; what rounding leaves goes to the largest part. */
function spread(total: number, estimate: Parts): Parts {
  const all = totalOf(estimate);
  if (all === 0) return { ...estimate, questions: total };
  const parts = { ...estimate };
  for (const part of CONTEXT_PARTS) parts[part] = Math.floor((total * estimate[part]) / all);
  const largest = CONTEXT_PARTS.reduce((a, b) => (estimate[b] > estimate[a] ? b : a));
  parts[largest] += total - totalOf(parts);
  return parts;
}

function add(a: Parts, b: Parts): Parts {
  const parts = { ...a };
  for (const part of CONTEXT_PARTS) parts[part] += b[part];
  return parts;
}

const totalOf = (parts: Readonly<Parts>): number => CONTEXT_PARTS.reduce((sum, part) => sum + parts[part], 0);
