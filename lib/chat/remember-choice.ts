import { updateChat } from "@/db/queries/chats";
import { changePreferences } from "@/db/queries/people";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { requirePermission } from "@/lib/permissions/require-permission";
import type { Choice } from "@/lib/router/choice";

const MOST_RECENT = 5;

/** Remembers what the next question of a chat is answered by, and the next new chat starts with.
 *  @throws AppError `not_found` unless the chat is this person's. */
export async function rememberChoice(
  context: Context,
  { chatId, choice }: { chatId: string | null; choice: Choice },
): Promise<void> {
  requirePermission(context.actor, "chat:use");
  if (chatId !== null && !(await updateChat(context.db, context.actor, chatId, { choice }))) {
    throw new AppError("not_found");
  }
  if (context.actor.kind === "person") {
    await changePreferences(context.db, context.actor.personId, ({ recentModels = [] }) => ({
      choice,
      ...(choice.kind === "model" && { recentModels: withLatest(recentModels, choice.model) }),
    }));
  }
}

function withLatest(models: readonly string[], latest: string): string[] {
  return [latest, ...models.filter((name) => name !== latest)].slice(0, MOST_RECENT);
}
