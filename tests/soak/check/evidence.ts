import type { LedgerRow } from "@/db/queries/ledgers";
import type { MessageStatus } from "@/lib/chat/message";
import type { Call } from "@/tests/support/upstream/call";
import type { AnswerPlan } from "../plan/scenario";

export interface Said {
  text: string;
  reasoning: string;
}

/** An answer as a page of a browser, or a replica's API, gives it. */
export interface Shown extends Said {
  /** Who shows it: `a`, `b`, `a, opened afresh`, `replica 1`. */
  where: string;
  status: MessageStatus | "unknown";
}

type Row = Pick<
  LedgerRow,
  | "outcome"
  | "status"
  | "estimateMethod"
  | "inputTokens"
  | "cacheReadTokens"
  | "cacheWriteTokens"
  | "outputTokens"
  | "reasoningTokens"
>;
export type SeenCall = Pick<Call, "billed" | "disconnectedAt" | "endedAt" | "sentTokens" | "status">;

/** All that is known of one answer once its scenario is over. */
export interface Evidence {
  plan: AnswerPlan;
  /** What the server keeps; null: it has no such message. */
  kept: (Said & { status: MessageStatus }) | null;
  shown: readonly Shown[];
  /** What the upstream saw: calls for the answer, and for the title of a chat that begins with it. */
  calls: readonly SeenCall[];
  titleCalls: readonly SeenCall[];
  rows: readonly Row[];
  titleRows: readonly Row[];
  /** Open calls of the chat that nobody settled. */
  openCalls: number;
  /** It begins its chat, which therefore gets a title. */
  first: boolean;
  stop: {
    asked: boolean;
    /** A server said that it has stopped. */
    confirmed: boolean;
  };
  /** What became of the process that wrote it, as far as is known, and whether any process ended meanwhile. */
  writer: "lives" | "may have ended" | "ended";
  anyProcessEnded: boolean;
  /** The log had this when the process ended, or a page showed it while none did: it must not be lost. */
  secured: readonly Said[];
}

export type ProblemKind =
  | "duplicate"
  | "gap"
  | "swapped"
  | "foreign"
  | "garbled"
  | "lost"
  | "status"
  | "shown"
  | "calls"
  | "ledger"
  | "hang"
  | "broken";

export interface Problem {
  kind: ProblemKind;
  detail: string;
}
