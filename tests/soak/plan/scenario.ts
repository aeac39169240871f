import type { Fault } from "@/tests/support/upstream/script";

/** What a run is about; a run may have other troubles beside it. */
export const THEMES = [
  "kill the writer",
  "cut",
  "second browser",
  "stop on the other replica",
  "repeated request",
  "reload",
  "several chats",
  "terminate",
  "freeze",
  "stop",
  "kill the other",
  "reopen",
  "failure",
  "switch chats",
  "silence",
] as const;
export type Theme = (typeof THEMES)[number];

export const BROWSERS = ["a", "b"] as const;
export type Browser = (typeof BROWSERS)[number];

/** One of the two replicas, by what it does: `writer` writes the answer that the trouble is about. */
export type Whose = "writer" | "other";

/** Something that happens once the upstream has sent `at` pieces of the answer: 0 is as soon as it is asked, -1 as soon
 *  as the question is on its way. */
export type Trouble = { at: number } & (
  | { kind: "reload" }
  /** The page goes to another chat and comes back. */
  | { kind: "switch" }
  /** The tab is closed and the chat opened in a new one. */
  | { kind: "reopen" }
  /** The other browser opens the chat. */
  | { kind: "follow" }
  /** No connection for so long: reset and refused on the way, or the browser knows that it is offline. */
  | { kind: "cut"; forMs: number; offline: boolean }
  /** Connections stay and bring nothing for so long. */
  | { kind: "freeze"; forMs: number }
  /** The connections that are open never bring anything again; new ones do. */
  | { kind: "silence" }
  | { kind: "stop"; browser: Browser; through: Whose | "any" }
  /** The request that asked is sent again as it was. */
  | { kind: "repeat"; through: Whose }
  /** SIGKILL; then the replica is started again. */
  | { kind: "kill"; replica: Whose }
  /** SIGTERM; then the replica is started again. */
  | { kind: "terminate"; replica: Whose }
);

export interface AnswerPlan {
  /** In the question, and by that in the call: names the answer wherever it turns up. */
  marker: string;
  /** `provider/model`. */
  model: string;
  text: string;
  reasoning: string;
  inlineThink: boolean;
  /** Pieces of so many code units, whatever they cut apart; null: of a word each. */
  pieceLength: number | null;
  /** Each write to the socket is torn in the middle of a character. */
  torn: boolean;
  paceMs: number;
  firstDelayMs: number;
  reportUsage: boolean;
  inputTokens: number;
  cacheReadTokens: number;
  fault: Fault | null;
  faultAfter: number;
  /** The upstream waits after so many pieces until all troubles of the answer have happened. */
  holdAt: number | null;
}

export interface Turn {
  answer: AnswerPlan;
  /** In the order in which they happen. */
  troubles: readonly Trouble[];
  /** The first response to the question never reaches the browser. */
  loseResponse: boolean;
}

/** One chat, in a tab of its own. */
export interface Lane {
  home: Browser;
  turns: readonly Turn[];
}

export interface Scenario {
  seed: number;
  /** From 1. */
  number: number;
  theme: Theme;
  lanes: readonly Lane[];
  /** Added to each part of a response on its way to a browser. */
  latencyMs: number;
}
