import { styleText } from "node:util";
import { errorMessage } from "@/lib/i18n/error-message";
import { formatCost } from "../format-cost";
import { note } from "../output";
import { systemLocale } from "../system-locale";
import type { AnswerPrinter } from "./line-printer";
import type { Answer } from "./read-answer";

/** The answer's text as it comes. What surrounds it is for the person at the terminal, and goes to the other
 *  stream; reasoning only where somebody looks. */
export function textPrinter(): AnswerPrinter {
  const showsReasoning = process.stderr.isTTY;
  let last = "";
  let lastKind: string | null = null;
  return {
    start: () => undefined,
    said: (kind, text) => {
      if (kind === "reasoning" && !showsReasoning) return;
      if (lastKind === "reasoning" && kind === "text") note("\n");
      if (kind === "text") process.stdout.write(text);
      else process.stderr.write(styleText("dim", text, { stream: process.stderr }));
      lastKind = kind;
      last = text;
    },
    end: (answer) => {
      if (last !== "" && !last.endsWith("\n"))
        (lastKind === "text" ? process.stdout : process.stderr).write("\n");
      note(styleText("dim", summary(answer), { stream: process.stderr }));
      if (answer.error) note(`error: ${errorMessage(answer.error, systemLocale())}`);
    },
  };
}

function summary({ model, mode, status, usage, cost, currency, costStatus, chatId }: Answer): string {
  const input = usage && usage.input + usage.cacheRead + usage.cacheWrite;
  const output = usage && usage.output + usage.reasoning;
  return [
    model,
    mode,
    status === "complete" ? null : status,
    usage && `${input} + ${output} tokens`,
    usage && formatCost({ cost: cost ?? null, currency: currency ?? null, status: costStatus }),
    `chat ${chatId}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
