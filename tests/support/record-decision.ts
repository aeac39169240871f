import { chat, decision, message } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { TokenBuckets } from "@/lib/pricing/buckets";
import type { Rate } from "@/lib/pricing/rate";
import type { Mode } from "@/lib/router/choice";
import type { DecisionNotes } from "@/lib/router/decision-notes";
import { recordCall } from "./record-call";

type Row = typeof decision.$inferInsert;

interface RecordedDecision extends Partial<Omit<Row, "notes">> {
  question?: string;
  /** Asked in the same chat before, oldest first. */
  earlier?: readonly { text: string; mode: Mode; model: string }[];
  /** Of the call that answered; null: none was made. */
  call?: { rate: Rate | null; usage: Partial<TokenBuckets>; durationMs?: number } | null;
  notes?: Partial<DecisionNotes>;
}

export const NOTES: DecisionNotes = {
  signals: { promptTokens: 100, characters: 400, turns: 0, attachments: 0, images: 0 },
  confidence: 0.9,
  reasons: ["proof"],
  ruleId: null,
  fallbacks: [],
  alternatives: [],
  leftOut: [],
  cacheLoss: null,
};

/** A question of the context's person that Auto decided, with its chat, its answer and its call. */
export async function recordDecision(
  context: Context,
  { question = "What is it?", earlier = [], call, notes, ...row }: RecordedDecision = {},
): Promise<{ id: string; messageId: string; callId: string | null; chatId: string }> {
  const { db, actor } = context;
  const { teamId, personId } = actor;
  const [id, chatId] = [row.id ?? newId(), newId()];
  const { provider = "openai", model = "gpt-4o-mini", mode = "knowledge" } = row;
  const callId = call ? await recordCall(context, { vendor: provider, model, ...call }) : null;
  await db.insert(chat).values({
    ...{ teamId, id: chatId, personId, choice: { kind: "mode", mode: "auto" }, title: "Seeded" },
  });
  let parentId: string | null = null;
  const say = async (
    said: Omit<typeof message.$inferInsert, "teamId" | "chatId" | "id" | "status" | "parentId">,
  ) => {
    const messageId = newId();
    await db.insert(message).values({ ...said, teamId, chatId, id: messageId, parentId, status: "complete" });
    parentId = messageId;
    return messageId;
  };
  for (const turn of earlier) {
    await say({ role: "user", text: turn.text });
    await say({ role: "assistant", text: "An answer.", mode: turn.mode, model: turn.model });
  }
  await say({ role: "user", text: question });
  const messageId = await say({
    role: "assistant",
    text: "An answer.",
    mode,
    model: `${provider}/${model}`,
    callId,
  });
  await db.insert(decision).values({
    ...{ teamId, id, personId, chatId, messageId, callId, provider, model, mode },
    choice: { kind: "mode", mode: "auto" },
    ...{ decidedBy: "classifier", pReasoning: mode === "reasoning" ? 0.9 : 0.1, kind: "proof" },
    ...row,
    notes: { ...NOTES, ...notes },
  });
  return { id, messageId, callId, chatId };
}
