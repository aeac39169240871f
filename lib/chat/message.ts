import type { UIMessage } from "ai";
import type { CostStatus } from "@/lib/completion/types";
import type { ErrorData } from "@/lib/errors";
import type { Mode } from "@/lib/router/choice";
import type { DecisionSummary } from "@/lib/router/decision-summary";
import type { CorrectedCost } from "@/lib/usage/corrected-cost";
import type { Comparison } from "./comparison";

/** `streaming` while a run writes it; then how it ended. A person's message is always `complete`. */
export const MESSAGE_STATUSES = ["streaming", "complete", "stopped", "interrupted", "failed"] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** A summary stands for everything above it on its path. */
export type MessageRole = "user" | "assistant" | "summary";

export interface SummaryFacts {
  /** How many messages it stands for. */
  of: number;
  /** When a person last changed it, ISO 8601. */
  editedAt: string | null;
}

/** What of a conversation was too long for whoever answers, and is summarised first. */
export interface Compaction {
  /** The summary's message, which is there once it is written. */
  summaryId: string;
  /** How many messages it stands for. */
  of: number;
  /** `dropped`: it could not be written, or stands nowhere. */
  state: "writing" | "written" | "dropped";
}

/** What a page knows of a message besides its parts; travels in AI SDK's `metadata`. */
export interface MessageMetadata {
  parentId: string | null;
  /** Its place in the path that is shown, from 0. Not known of an answer that is only being streamed. */
  position?: number;
  status: MessageStatus;
  /** ISO 8601. */
  createdAt: string;
  /** `vendor/model` of the model that answered. */
  model?: string;
  modelName?: string;
  mode?: Mode | null;
  /** Why that model in that mode. */
  decision?: DecisionSummary;
  /** What the person thinks of it: 1 good, -1 bad. */
  thumb?: 1 | -1;
  /** Duration of the reasoning part, once it is over. */
  reasoningMs?: number;
  cost?: string | null;
  currency?: string | null;
  costStatus?: CostStatus;
  /** What it costs by now, where that was corrected after it was made. */
  corrected?: CorrectedCost;
  demo?: boolean;
  usage?: { input: number; cacheRead: number; cacheWrite: number; output: number; reasoning: number };
  ttftMs?: number | null;
  durationMs?: number;
  /** `length`: the answer ended at the model's output limit. */
  finishReason?: string;
  error?: ErrorData;
  /** What the answer had cost that this one goes on from; null where it had no call or is gone. */
  continues?: PartCost | null;
  /** Set on a summary. */
  summary?: SummaryFacts;
  /** Set where the answer stands side by side with others to its question. */
  comparison?: Comparison;
  /** Those others, by their places; only of an answer in a path. */
  compared?: readonly WyeMessage[];
  /** Of an answer that is being written, or was just now: what is above its question was summarised for it. */
  compaction?: Compaction;
  /** While a summary is written in parts: the one that is read now. */
  part?: { at: number; of: number };
}

export interface PartCost {
  cost: string | null;
  currency: string | null;
  costStatus: CostStatus;
  corrected?: CorrectedCost;
}

/** Parts used so far: `text` and `reasoning`. */
export type WyeMessage = UIMessage<MessageMetadata>;

export interface ChatSummary {
  id: string;
  /** Null until the title call has answered. */
  title: string | null;
  /** ISO 8601. */
  updatedAt: string;
  streaming: boolean;
  /** The last answer failed or broke off, and nobody has asked on. */
  broken: boolean;
  /** The message that the path shown leads to. */
  leafId: string | null;
}
