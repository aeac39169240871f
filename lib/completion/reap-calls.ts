import type { Db } from "@/db/client";
import { type CallRow, listDeadCalls, settleCall } from "@/db/queries/calls";
import { findReplyText } from "@/db/queries/messages";
import { log } from "@/lib/log";
import { fromRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { APPROX_METHOD } from "./approx-tokens";
import { countTokens, TOKENIZER_METHOD } from "./count-tokens";
import { meter } from "./meter";
import { DEAD_AFTER_SECONDS, isOpenHere } from "./open-calls";

const BATCH = 100;

/** Those that could not be asked the last time. */
const wereAway = new WeakSet<Db>();

/** Settles, as estimates, the calls that a killed process left open: from the input as it was counted before
 *  sending and the part of the answer that was kept. @returns how many. */
export async function reapCalls(db: Db): Promise<number> {
  const silent = await listDeadCalls(db, DEAD_AFTER_SECONDS, BATCH).catch((error: unknown) => {
    wereAway.add(db);
    throw error;
  });
  // Nobody could speak for a call while the database was away: who lives has until the next time to do so.
  if (wereAway.delete(db)) return 0;
  const dead = silent.filter((call) => !isOpenHere(call.teamId, call.id));
  for (const call of dead) {
    try {
      await reapCall(db, call);
    } catch (error) {
      log().error({ err: error, callId: call.id }, "a dead call could not be settled; it is tried again");
    }
  }
  if (dead.length > 0) log().warn({ calls: dead.length }, "settled calls that a crash left open");
  return dead.length;
}

async function reapCall(db: Db, call: CallRow): Promise<void> {
  // A title is no message: its call must not be charged with the answer's text.
  const kept =
    call.purpose !== "title" && call.messageId ? await findReplyText(db, call.teamId, call.messageId) : null;
  const said = {
    text: kept?.text.slice(kept.continued?.text ?? 0) ?? "",
    reasoning: kept?.reasoning.slice(kept.continued?.reasoning ?? 0) ?? "",
  };
  const isKept = said.text + said.reasoning !== "";
  const metered = meter(
    {
      kind: "counted",
      input: call.inputEstimate,
      output: await countTokens(said.text),
      reasoning: await countTokens(said.reasoning),
      // What titles and the parts of a summary say is in their process alone.
      method: `input ${APPROX_METHOD}, output ${isKept ? TOKENIZER_METHOD : "not kept"}`,
    },
    call.rate && fromRateSnapshot(call.rate),
    { startedAt: call.startedAt, endedAt: call.heartbeatAt },
  );
  await settleCall(db, call.teamId, call.id, {
    outcome: "interrupted",
    errorCode: null,
    status: metered.status,
    estimateMethod: metered.estimateMethod,
    serviceTier: metered.serviceTier,
    usage: metered.usage,
    costPico: metered.costPico,
    currency: metered.currency,
    ttftMs: null,
    durationMs: Math.max(0, call.heartbeatAt.getTime() - call.startedAt.getTime()),
  });
}
