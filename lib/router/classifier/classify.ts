import type { Mode } from "../choice";
import { COLUMNS } from "./dense";
import { findReasons } from "./find-reasons";
import { followUpShare } from "./follow-up";
import { loadModel } from "./load-model";
import type { Model } from "./model";
import { readWindowed } from "./read-text";
import { readWindow } from "./read-window";
import type { Reason } from "./reason";
import { explainRow } from "./row-logit";

/** A question of the conversation that was answered before, the oldest first. */
export interface PastQuestion {
  text: string;
  /** The mode it was answered in; null or absent when a model was named instead. */
  mode?: Mode | null;
}

export interface Question {
  text: string;
  history?: readonly PastQuestion[];
  /** How many pictures and files come with it: what they say is not read. */
  attachments?: number;
}

export interface Classification {
  mode: Mode | "unsure";
  /** Calibrated on sources that training had not seen. */
  pReasoning: number;
  /** What decided, the weightiest first; at most three. */
  reasons: Reason[];
}

/** A mode that was decided, perhaps by a person, as a logit: strong, but not beyond doubt. */
const DECIDED_LOGIT = 2.2;
/** How far a text that points back may speak for itself where it is sure. */
const OWN_MIND = 0.3;
const TURNS_BACK = 6;
/** A text this short beside an attachment only points at it. */
const POINTING_CHARS = 24;
const POINTING_SHARE = 0.7;

interface Judgement {
  logit: number;
  reasons: (sign: 1 | -1) => Reason[];
}

const contributions = new Float64Array(COLUMNS.length);

const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** What a window of a text says by itself. Its reasons must be asked for before the next text is judged. */
function judge(window: string, model: Model): Judgement {
  const { features, row } = readWindowed(window, model.words);
  const { slope, shift } = model.calibration;
  return {
    logit: slope * explainRow(model.forest, row, contributions) + shift,
    reasons: (sign) => findReasons({ row, contributions, ownerSums: features.ownerSums }, sign),
  };
}

const isSomething = (window: string): boolean => /\S/.test(window);

/** What the conversation was about, as a logit; null when nothing was asked before. */
function inherited(history: readonly PastQuestion[], model: Model): number | null {
  for (const { text, mode } of history.slice(-TURNS_BACK).reverse()) {
    if (mode === "reasoning") return DECIDED_LOGIT;
    if (mode === "knowledge") return -DECIDED_LOGIT;
    const window = readWindow(text);
    if (followUpShare(text) < 0.5 && isSomething(window)) return judge(window, model).logit;
  }
  return null;
}

function decide(pReasoning: number, [from, to]: Model["unsure"]): Classification["mode"] {
  if (pReasoning >= to) return "reasoning";
  return pReasoning < from ? "knowledge" : "unsure";
}

/** A text that says nothing alone leans wholly; one that only points back leans less the surer it is by itself, and not
 *  at all where nothing came before. */
function leanOn(leaning: number, hasPast: boolean, ownLogit: number): number {
  if (leaning === 1) return 1;
  return hasPast ? leaning * (1 - OWN_MIND * Math.abs(2 * sigmoid(ownLogit) - 1)) : 0;
}

/** Whether a question needs reasoning, from what it says alone. Pure: the same question gets the same answer; costs
 *  the same for a text of any length. A follow-up inherits from the conversation as far as it leans on it. */
export function classify({ text, history = [], attachments = 0 }: Question): Classification {
  const model = loadModel();
  const window = readWindow(text);
  if (!isSomething(window)) {
    const logit = inherited(history, model) ?? 0;
    const pReasoning = sigmoid(logit);
    return { mode: decide(pReasoning, model.unsure), pReasoning, reasons: ["empty"] };
  }
  const leaning = followUpShare(text);
  const before = leaning === 0 ? null : inherited(history, model);
  const own = judge(window, model);
  const share = leanOn(leaning, before !== null, own.logit);
  const pointing = attachments > 0 && text.length < POINTING_CHARS ? POINTING_SHARE : 0;
  const logit = own.logit * (1 - Math.max(share, pointing)) + (before ?? 0) * share;
  const pReasoning = sigmoid(logit);
  const mode = decide(pReasoning, model.unsure);
  const sign = logit >= 0 ? 1 : -1;
  const leaned: Reason[] = share >= 0.5 ? ["follow-up"] : pointing > 0 ? ["attachment"] : [];
  const said = share === 1 ? [] : own.reasons(sign).filter((reason) => !leaned.includes(reason));
  return { mode, pReasoning, reasons: [...leaned, ...said].slice(0, 3) };
}
