import { getLocale } from "next-intl/server";
import type { z } from "zod";
import { pagePerson } from "@/lib/auth/page-person";
import { pageViewer } from "@/lib/auth/page-viewer";
import { requireProven } from "@/lib/auth/require-proven";
import type { Context } from "@/lib/context";
import { AppError, type ErrorData, toErrorData } from "@/lib/errors";
import { errorMessage } from "@/lib/i18n/error-message";
import { isLocale } from "@/lib/i18n/locale";
import { log } from "@/lib/log";
import { parse } from "@/lib/parse";
import { requireStandingTeam } from "@/lib/permissions/require-standing-team";
import type { StepUpAct } from "@/lib/permissions/step-up";
import { withShape } from "./shape";

/** What an action answers: never an exception, so that the form can say what happened. */
export type ActionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; error: ErrorData & { message: string } };

interface ActionOptions<Input extends z.ZodType> {
  input: Input;
  /** Served while the team is being deleted too. */
  whileEnding?: true;
  /** Served to a person whom no team has too: it is about nothing but the person. */
  teamless?: true;
  /** Served only to who has lately shown who they are. */
  stepUp?: StepUpAct;
}

/** The one way to serve a form or a button. While the team is being deleted only what reads, or is the person's own, is
 *  served, which says `whileEnding`. Next checks the origin of actions itself. */
export function action<Input extends z.ZodType, Value>(
  options: ActionOptions<Input>,
  handle: (context: Context, input: z.output<Input>) => Promise<Value>,
): (input: z.input<Input>) => Promise<ActionResult<Value>> {
  const serve = async (input: z.input<Input>) =>
    answer(async () => {
      const viewer = await pageViewer();
      const lone = viewer === null && options.teamless === true ? await pagePerson() : null;
      if (options.stepUp !== undefined) await requireProven(viewer ?? lone);
      if (lone) return handle(lone.context, parse(options.input, input));
      if (!viewer) throw new AppError("unauthenticated");
      if (viewer.isElsewhere) throw new AppError("team_closed");
      if (options.whileEnding !== true) requireStandingTeam(viewer.context.actor);
      return handle(viewer.context, parse(options.input, input));
    });
  return withShape(serve, { kind: "action", input: options.input, stepUp: options.stepUp });
}

/** For the few acts before anybody is signed in: signing in, and claiming a new instance. */
export function publicAction<Input extends z.ZodType, Value>(
  options: { input: Input },
  handle: (input: z.output<Input>) => Promise<Value>,
): (input: z.input<Input>) => Promise<ActionResult<Value>> {
  const serve = async (input: z.input<Input>) => answer(() => handle(parse(options.input, input)));
  return withShape(serve, { kind: "public action", input: options.input });
}

async function answer<Value>(run: () => Promise<Value>): Promise<ActionResult<Value>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    if (isNavigation(error)) throw error;
    if (!(error instanceof AppError)) log().error({ err: error }, "unexpected failure in an action");
    const locale = await getLocale();
    const data = toErrorData(error);
    return { ok: false, error: { ...data, message: errorMessage(data, isLocale(locale) ? locale : "en") } };
  }
}

/** Next redirects by throwing; those must pass. */
function isNavigation(error: unknown): boolean {
  return (
    typeof error === "object" &&
    error !== null &&
    "digest" in error &&
    typeof error.digest === "string" &&
    error.digest.startsWith("NEXT_")
  );
}
