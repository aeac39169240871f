import { z } from "zod";
import { MODES } from "@/lib/router/choice";
import type { PastQuestion, Question } from "@/lib/router/classifier/classify";
import { UsageError } from "../usage-error";

const Turn = z.union([
  z.string().transform((text) => ({ text })),
  z
    .object({
      role: z.string().optional(),
      text: z.string().optional(),
      content: z.string().optional(),
      mode: z.enum(MODES).nullish(),
    })
    .transform(({ role, text, content, mode }) => ({ role, text: text ?? content ?? "", mode })),
]);
type Turn = z.infer<typeof Turn>;
const Line = z.object({
  text: z.string(),
  history: z.array(Turn).default([]),
  attachments: z.union([z.int().nonnegative(), z.array(z.unknown())]).default(0),
});

/** The questions among the turns; the mode may stand beside the question or beside its answer. */
function toPast(turns: readonly Turn[]): PastQuestion[] {
  const past: PastQuestion[] = [];
  for (const turn of turns) {
    const { role, mode, text } = { role: undefined, mode: undefined, ...turn };
    const last = past.at(-1);
    if (role === undefined || role === "user") past.push({ text, mode: mode ?? null });
    else if (last !== undefined && mode) last.mode = mode;
  }
  return past;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** One line of input as a question.
 *  @throws UsageError naming the line that is none. */
export function parseQuestion(line: string, number: number): Question {
  const parsed = Line.safeParse(parseJson(line));
  if (!parsed.success)
    throw new UsageError(
      `Line ${number} is no question: it must be JSON such as {"text": "...", "history": []}.`,
    );
  const { text, history, attachments } = parsed.data;
  return {
    text,
    history: toPast(history),
    attachments: typeof attachments === "number" ? attachments : attachments.length,
  };
}
