import { setOverride } from "@/db/queries/decision-signals";
import type { MessageRef } from "@/lib/chat/message-ref";
import type { Context } from "@/lib/context";
import type { Override } from "@/lib/router/decision-notes";

/** Keeps that a person asked again another way than an answer came about. Where its decision is not kept, or is not
 *  this person's, nothing is. */
export async function recordOverride(
  { db, actor }: Pick<Context, "db" | "actor">,
  answer: MessageRef,
  override: Override,
): Promise<void> {
  await setOverride(db, actor, answer, override);
}
