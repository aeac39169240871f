import { text as readAll } from "node:stream/consumers";
import { backgroundIdle } from "@/lib/background";
import { ReplyInput } from "@/lib/chat/reply-input";
import { startReply } from "@/lib/chat/start-reply";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { log } from "@/lib/log";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice, ChosenMode } from "@/lib/router/choice";
import type { CommonOptions } from "../leaf";
import { requireTeam } from "../require-team";
import { UsageError } from "../usage-error";
import { withContext } from "../with-context";
import { exitCodeOf } from "./exit-code-of";
import { findPlace } from "./find-place";
import { linePrinter } from "./line-printer";
import { listenForSignals, type Signals } from "./listen-for-signals";
import { readAnswer } from "./read-answer";
import { textPrinter } from "./text-printer";

export interface AskOptions extends CommonOptions {
  model?: string;
  mode?: ChosenMode;
  chat?: string;
  team?: string;
}

/** Asks as a person in the browser does: the chat, its title and its cost are kept. @returns the exit code. */
export async function ask(given: string, options: AskOptions): Promise<number> {
  const signals = listenForSignals();
  quietLog();
  const text = given === "-" ? await readAll(process.stdin) : given;
  return withContext(options, async (context) => {
    requireTeam(context);
    requirePermission(context.actor, "chat:use");
    const input = await toInput(context, text, options);
    const code = await follow(context, input, signals, options);
    // The title's call is accounted for before the process goes.
    await backgroundIdle();
    return code;
  });
}

/** A vendor's failure is told in a sentence; its log entry would say it again. Who sets another level gets it. */
function quietLog(): void {
  if (env().WYE_LOG_LEVEL === "info") log().level = "error";
}

async function toInput(context: Context, text: string, options: AskOptions): Promise<ReplyInput> {
  const place = await findPlace(context, options.chat);
  const choice = choiceOf(options) ?? place.choice;
  const input = { ...place, choice, message: { id: newId(), text }, answerId: newId() };
  const parsed = ReplyInput.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new UsageError("the question must not be empty, nor longer than a million characters.");
}

function choiceOf({ model, mode }: AskOptions): Choice | null {
  if (model !== undefined) return { kind: "model", model };
  return mode === undefined ? null : { kind: "mode", mode };
}

async function follow(
  context: Context,
  input: ReplyInput,
  signals: Signals,
  { json }: AskOptions,
): Promise<number> {
  const printer = json ? linePrinter() : textPrinter();
  const run = await startReply(context, input);
  run.observe(printer);
  signals.onStop((reason) => run.stop(reason));
  await run.ended;
  const answer = await readAnswer(context, input);
  printer.end(answer);
  return exitCodeOf(answer.status, signals.received());
}
