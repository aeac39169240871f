import { eq } from "drizzle-orm";
import { chat, decision, draft, message, person, run, runEvent, session } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeRate } from "@/lib/pricing/make-rate";
import { MINI } from "./any-rate";
import { recordCall } from "./record-call";

/** Gives a person content of each kind, with the marker in whatever they wrote and are called.
 *  @param open leaves the answer being written */
export async function plantContent(context: Context, marker: string, { open = false } = {}): Promise<void> {
  const { db, actor } = context;
  const { teamId, personId } = actor;
  const [chatId, questionId, answerId] = [newId(), newId(), newId()];
  const choice = { kind: "mode", mode: "knowledge" } as const;
  await db
    .update(person)
    .set({
      email: `${marker}@example.com`,
      name: `Name ${marker}`,
      preferences: { favouriteModels: [marker] },
    })
    .where(eq(person.id, personId));
  const expiresAt = new Date(Date.now() + 60_000);
  await db.insert(session).values({ id: newId(), personId, userAgent: marker, expiresAt });
  await db
    .insert(chat)
    .values({ teamId, id: chatId, personId, title: marker, choice, activeLeafId: answerId });
  const place = { teamId, chatId, status: "complete" } as const;
  await db.insert(message).values([
    { ...place, id: questionId, parentId: null, role: "user", text: `Question ${marker}` },
    { ...place, id: answerId, parentId: questionId, role: "assistant", text: marker, reasoning: marker },
  ]);
  await db.insert(draft).values({ teamId, personId, chatId, text: marker });
  await db.insert(run).values({
    ...{ teamId, id: answerId, chatId, personId, replica: newId() },
    ...(open ? {} : { state: "over" as const, endedAt: new Date() }),
  });
  await db.insert(runEvent).values({ teamId, runId: answerId, seq: 1, payload: JSON.stringify({ marker }) });
  const notes = {
    signals: { promptTokens: 1, characters: 1, turns: 1, attachments: 0, images: 0 },
    ...{
      confidence: null,
      reasons: [],
      ruleId: null,
      fallbacks: [],
      alternatives: [],
      leftOut: [],
      cacheLoss: null,
    },
  };
  await db.insert(decision).values({
    ...{ teamId, id: newId(), personId, chatId, messageId: answerId, choice, notes, thumb: 1 },
    ...{ provider: "openai", model: "m", decidedBy: "person" as const },
  });
  await recordCall(context, {
    rate: makeRate(MINI),
    usage: { input: 1_234, output: 567 },
    messageId: answerId,
  });
}
