import { whileAllowed } from "@/lib/auth/while-allowed";
import { inBackground } from "@/lib/background";
import { complete } from "@/lib/completion/complete";
import { limitOffers } from "@/lib/completion/limit-offers";
import { type Offers, readOffersFor } from "@/lib/completion/offers";
import { Stopped } from "@/lib/completion/stop-reason";
import type { CompletionRequest, CompletionResult, CompletionSink } from "@/lib/completion/types";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Choice } from "@/lib/router/choice";
import { answerHeaders, type Begun } from "./answer-headers";
import { chooseModel } from "./choose-model";
import type { EventStream } from "./event-stream";

export type Asked = Omit<CompletionRequest, "choice" | "signal">;

/** One answer in a client's wire. */
export interface ProgramAnswer extends CompletionSink {
  /** When there is something to send, in a stream; never, without one. */
  readonly begun: Promise<Begun>;
  readonly events: EventStream;
  /** Ends a stream that went well. */
  end(result: CompletionResult): void;
  /** Ends a stream that broke off. */
  fail(error: unknown): void;
  /** The whole reply. */
  body(result: CompletionResult): Uint8Array;
}

interface Terms {
  /** In this order, should one fail before its first word. */
  names: readonly string[];
  stream: boolean;
  asked: Asked;
  /** What a name means; left out: what answers questions. */
  choose?: (name: string) => Choice;
  answer: (onLeft: () => void) => ProgramAnswer;
  /** Aborts when the client went away: then the vendor is stopped, and what it said is accounted for. */
  left: AbortSignal;
}

/** Answers a program, through the gate, for as long as whoever asked may ask.
 *  @throws AppError as `complete`, `api_key_invalid` or `forbidden` once they may not, and what a vendor's failure was before its first word */
export async function answerProgram(context: Context, terms: Terms): Promise<Response> {
  const names = [...new Set(terms.names)];
  if (names.length === 0) throw new AppError("invalid_input", { field: "model", problem: "missing" });
  const offers = await readOffersFor(context.db, context.actor);
  let failure: unknown = null;
  for (const name of names) {
    try {
      return await answerWith(context, terms, name, offers);
    } catch (error) {
      failure = error;
      if (terms.left.aborted || !(error instanceof AppError) || FINAL.has(error.code)) break;
    }
  }
  throw failure;
}

/** What no other model would change. */
const FINAL = new Set<AppError["code"]>(["forbidden", "api_key_invalid", "shutting_down", "invalid_input"]);

async function answerWith(
  context: Context,
  { asked, stream, left, ...terms }: Terms,
  name: string,
  offers: Offers,
): Promise<Response> {
  const choice = terms.choose?.(name) ?? chooseModel(name, limitOffers(offers, context.key), new Date());
  const stop = new AbortController();
  const leave = () => stop.abort(new Stopped());
  if (left.aborted) leave();
  left.addEventListener("abort", leave, { once: true });
  const answer = terms.answer(leave);
  const { promise, resolve, reject } = Promise.withResolvers<CompletionResult>();
  let [began, isLost] = [false, false];
  inBackground(async (shutdown) => {
    began = true;
    const request = { ...asked, choice, signal: AbortSignal.any([stop.signal, shutdown]) };
    const unwatch = whileAllowed(context, "chat:use", () => {
      isLost = true;
      leave();
    });
    await complete(context, request, answer, { offers: Promise.resolve(offers) })
      .then(
        (result) => (isLost && result.outcome !== "complete" ? reject(lost(context)) : resolve(result)),
        (error: unknown) => reject(isLost ? lost(context) : error),
      )
      .finally(() => {
        unwatch();
        left.removeEventListener("abort", leave);
      });
  });
  // A server that is going down begins nothing.
  if (!began) reject(new AppError("shutting_down"));
  const first = await Promise.race([answer.begun, promise]).catch((error: unknown) => {
    answer.events.close();
    throw error;
  });
  if (!("outcome" in first)) {
    void promise.then(
      (result) => (result.outcome === "complete" ? answer.end(result) : answer.fail(toError(result))),
      (error: unknown) => answer.fail(error),
    );
    return new Response(answer.events.readable, { headers: answerHeaders(first, { stream }) });
  }
  const begun = { start: first, decisionId: first.route.decisionId };
  if (first.outcome !== "complete") {
    answer.events.close();
    throw toError(first);
  }
  const headers = answerHeaders(begun, { stream, cost: first });
  // A stream of nothing has no first word.
  if (stream) answer.end(first);
  else answer.events.close();
  return new Response(stream ? answer.events.readable : Buffer.from(answer.body(first)), { headers });
}

/** What a program or a page is told whose way in has ended meanwhile. */
const lost = ({ key }: Context) => new AppError(key ? "api_key_invalid" : "forbidden");

function toError({ outcome, error, retryAfterMs }: CompletionResult): AppError {
  if (error) return new AppError(error.code, error.params, { retryAfterMs });
  return new AppError(outcome === "interrupted" ? "shutting_down" : "vendor_cut");
}
