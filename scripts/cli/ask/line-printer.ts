import type { RunObserver } from "@/lib/chat/run";
import { errorMessage } from "@/lib/i18n/error-message";
import { note, printJson } from "../output";
import { systemLocale } from "../system-locale";
import type { Answer } from "./read-answer";

export interface AnswerPrinter extends RunObserver {
  end(answer: Answer): void;
}

/** One JSON object a line: `start`, `reasoning` and `text` as they come, and last `end`. */
export function linePrinter(): AnswerPrinter {
  return {
    start: ({ model, mode }) => printJson({ type: "start", model, mode: mode ?? null }),
    said: (type, text) => printJson({ type, text }),
    end: (answer) => printEnd(answer),
  };
}

function printEnd({
  id,
  chatId,
  status,
  model,
  mode,
  usage,
  cost,
  currency,
  costStatus,
  error,
}: Answer): void {
  const failure = error && { ...error, message: errorMessage(error, systemLocale()) };
  printJson({
    type: "end",
    message: id,
    chat: chatId,
    status,
    model: model ?? null,
    mode: mode ?? null,
    usage: usage ?? null,
    cost: cost ?? null,
    currency: currency ?? null,
    costStatus: costStatus ?? null,
    error: failure ?? null,
  });
  if (failure) note(`error: ${failure.message}`);
}
