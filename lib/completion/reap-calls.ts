import type { Db } from "@/db/client";
import { type CallRow, listDeadCalls } from "@/db/queries/calls";
import { findReplyText } from "@/db/queries/messages";
import { log } from "@/lib/log";
import { fromRateSnapshot } from "@/lib/pricing/rate-snapshot";
import { APPROX_METHOD } from "./approx-tokens";
import { countTokens, TOKENIZER_METHOD } from "./count-tokens";
import { meter } from "./meter";
import { DEAD_AFTER_SECONDS, isOpenHere } from "./open-calls";
import { settle } from "./settle";

const BATCH = 100;

/** Settles, as estimates, the calls that a killed process left open: from the input as it was counted before
 *  sending and the part of the answer that was kept. @returns how many. */
export async function reapCalls(db: Db): Promise<number> {
  const silent = await listDeadCalls(db, DEAD_AFTER_SECONDS, BATCH);
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
  const metered = meter(
    {
      kind: "counted",
      input: call.inputEstimate,
      output: await countTokens(saidInCall(kept?.text, kept?.before?.text)),
      reasoning: await countTokens(saidInCall(kept?.reasoning, kept?.before?.reasoning)),
      method: `input ${APPROX_METHOD}, output ${TOKENIZER_METHOD}`,
    },
    call.rate && fromRateSnapshot(call.rate),
  );
  await settle(db, call.teamId, call.id, {
    outcome: "interrupted",
    errorCode: null,
    status: metered.status,
    estimateMethod: metered.estimateMethod,
    usage: metered.usage,
    costPico: metered.costPico,
    currency: metered.currency,
    ttftMs: null,
    durationMs: Math.max(0, call.heartbeatAt.getTime() - call.startedAt.getTime()),
  });
}

/** An answer that goes on from another begins with all that it said, which another call paid for. */
function saidInCall(kept = "", before = ""): string {
  return kept.startsWith(before) ? kept.slice(before.length) : kept;
}
