import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPath } from "@/db/queries/messages";
import { deleteMessage } from "@/lib/chat/delete-message";
import { forkChat } from "@/lib/chat/fork-chat";
import { type ConversationView, getConversation } from "@/lib/chat/get-conversation";
import { toPrompt } from "@/lib/chat/prompt";
import { restoreMessage } from "@/lib/chat/restore-message";
import { selectBranch } from "@/lib/chat/select-branch";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type FreshDatabase, freshDatabase } from "../../support/database";
import { makeActor } from "../../support/people";
import { allMessages } from "./all-messages";
import { answeredAgain, said, summarised } from "./said";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const member = () => makeActor(database.db, "member");
const shown = ({ messages }: ConversationView) => messages.map(({ id }) => id);

test("any sequence of acts keeps every other message, and shows a path", async () => {
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom("ask", "edit", "again", "summarise", "fork", "delete", "undo", "select"),
      pick: fc.nat(),
    }),
    { minLength: 5, maxLength: 15 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const context = await member();
      const chatId = newId();
      await said(context, { chatId, parentId: null, text: "first" });
      const deleted: string[] = [];
      for (const { kind, pick } of sequence) {
        const rows = await allMessages(database.db, context.actor.teamId, chatId);
        const view = await getConversation(context, chatId);
        const picked = view.messages[pick % Math.max(1, view.messages.length)];
        const messageId = kind === "undo" ? deleted.pop() : picked?.id;
        if (messageId === undefined) continue;
        const ref = { chatId, messageId };
        if (kind === "ask")
          await said(context, { chatId, parentId: view.messages.at(-1)?.id ?? null, text: kind });
        if (kind === "edit")
          await said(context, { chatId, parentId: picked?.metadata?.parentId ?? null, text: kind });
        if (kind === "again" && picked?.role === "user") await answeredAgain(context, chatId, messageId);
        if (kind === "summarise") await summarised(context, chatId, messageId);
        if (kind === "fork") await forkChat(context, ref);
        if (kind === "delete") {
          await deleteMessage(context, ref);
          deleted.push(messageId);
        }
        if (kind === "undo") await restoreMessage(context, ref);
        if (kind === "select") {
          const beside = Object.values(view.siblings).flat();
          const to = beside[pick % Math.max(1, beside.length)] ?? messageId;
          expect(shown(await selectBranch(context, { chatId, messageId: to }))).toContain(to);
        }
        await expectKept(context, chatId, rows, kind === "delete" || kind === "undo" ? messageId : null);
      }
    }),
    { numRuns: 12 },
  );
});

async function expectKept(
  context: Context,
  chatId: string,
  before: Awaited<ReturnType<typeof allMessages>>,
  changed: string | null,
): Promise<void> {
  const now = await allMessages(database.db, context.actor.teamId, chatId);
  for (const { message } of before) {
    const kept = now.find((row) => row.message.id === message.id)?.message;
    expect(kept).toEqual(message.id === changed ? { ...message, deletedAt: kept?.deletedAt } : message);
  }
  const { messages } = await getConversation(context, chatId);
  messages.forEach(({ metadata }, position) => {
    expect(metadata?.parentId).toBe(messages[position - 1]?.id ?? null);
  });
  await expectSentAlike(context, chatId, messages.at(-1)?.id);
}

/** Reading from the last summary on sends a model what reading from the root does. */
async function expectSentAlike(
  { actor }: Context,
  chatId: string,
  leafId: string | undefined,
): Promise<void> {
  if (leafId === undefined) return;
  const whole = await listPath(database.db, actor.teamId, chatId, leafId);
  const short = await listPath(database.db, actor.teamId, chatId, leafId, { fromSummary: true });
  expect(toPrompt(short)).toEqual(toPrompt(whole));
}
