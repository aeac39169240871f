import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import type { ErrorData } from "@/lib/errors";
import type { TokenBuckets } from "@/lib/pricing/buckets";
import type { Choice, Mode } from "@/lib/router/choice";
import type { DecisionSummary } from "@/lib/router/decision-summary";
import type { Effort } from "@/lib/router/effort";
import type { Attempt } from "@/lib/router/failover/hop";
import type { RoutingRequest } from "@/lib/router/request";
import type { ProgramRequest, ProgramSink } from "./program-request";

/** Why a model was called; every purpose is metered alike. */
export type Purpose = "chat" | "title" | "summary" | "api" | "embedding";

/** Somebody's question, which is routed; not what is written about a conversation, nor what is measured of a text. */
export const isQuestion = (purpose: Purpose): boolean => purpose === "chat" || purpose === "api";

/** How a call ended. `complete`: the vendor finished. `stopped`: a person stopped it. `failed`: the vendor
 *  or the network failed. `interrupted`: this process died and the reaper settled it. */
export const OUTCOMES = ["complete", "stopped", "failed", "interrupted"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How the cost is known. `exact`: from the vendor's own usage. `estimated`: counted here. `unpriced`: no
 *  price is known. `free`: the price is zero. */
export const COST_STATUSES = ["exact", "estimated", "unpriced", "free"] as const;
export type CostStatus = (typeof COST_STATUSES)[number];

/** Whether another model may answer for one that was chosen by name. `now`: that one has just failed, and is asked last. */
export type StandIn = "no" | "if-it-fails" | "now";

/** What routing takes of a conversation besides the prompt. */
export interface AskedQuestion extends Pick<RoutingRequest, "question" | "history" | "before"> {
  standIn: StandIn;
}

export interface CompletionRequest {
  purpose: Purpose;
  choice: Choice;
  /** Of a chat; left out: the prompt's last question stands alone. */
  asked?: AskedQuestion;
  prompt: LanguageModelV4Prompt;
  chatId: string | null;
  messageId: string | null;
  /** Aborting stops the vendor's stream; what was produced is settled. */
  signal: AbortSignal;
  /** What the model does not take of these is not sent. */
  maxOutputTokens?: number | undefined;
  /** Beside `maxOutputTokens`, for a model that cannot answer without thinking first. */
  thinkingTokens?: number | undefined;
  temperature?: number | undefined;
  effort?: Effort | undefined;
  /** Of a program alone. */
  program?: ProgramRequest | undefined;
}

/** Which model answers; sent before each vendor is called, so once more where one said nothing and another is asked. */
export interface CompletionStart {
  callId: string;
  vendor: string;
  /** `vendor/model`, as people and scripts name it. */
  model: string;
  displayName: string;
  mode: Mode | null;
  /** How it was routed; null where nobody's question was. */
  decision: DecisionSummary | null;
}

/** Receives the stream. Called synchronously for each delta: implementations only append to memory. */
export interface CompletionSink {
  /** @param decisionId null where no decision is kept */
  start(start: CompletionStart, decisionId: string | null): void;
  reasoning(delta: string): void;
  text(delta: string): void;
  /** Of a program alone. */
  program?: ProgramSink;
}

export interface CompletionResult extends CompletionStart {
  outcome: Outcome;
  error: ErrorData | null;
  /** When the vendor wants to be asked again, where it said so. */
  retryAfterMs: number | null;
  finishReason: string | null;
  usage: TokenBuckets;
  costStatus: CostStatus;
  /** Exact decimal string in `currency`, or null when unpriced. */
  cost: string | null;
  currency: string | null;
  demo: boolean;
  ttftMs: number | null;
  durationMs: number;
  /** For who goes on from here. */
  route: RouteTaken;
}

/** What was decided and tried for an answer. */
export interface RouteTaken {
  /** Null where no decision is kept. */
  decisionId: string | null;
  calls: number;
  /** What was tried in vain. */
  attempts: readonly Attempt[];
}
