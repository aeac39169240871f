import { findMemberChat } from "@/db/queries/member-chats";
import { listTree } from "@/db/queries/messages";
import { recordAudit } from "@/lib/audit/record";
import type { WyeMessage } from "@/lib/chat/message";
import { pathPage } from "@/lib/chat/path-page";
import type { ReadMessage } from "@/lib/chat/read-message";
import { activePath } from "@/lib/chat/tree";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { parse } from "@/lib/parse";
import { requirePermission } from "@/lib/permissions/require-permission";
import { transact } from "@/lib/transact";
import { type ReadingAction, ReadMemberChat } from "./reading";
import { requireOpenReading } from "./require-open-reading";

export interface ReadChat {
  id: string;
  title: string | null;
  /** Oldest first. */
  messages: ReadMessage[];
  /** Where the messages above these end; null: there are none. */
  above: number | null;
}

/** What another member's chat shows, page by page; each is a reading, recorded in the transaction in which it is read,
 *  without a word of it. Never a temporary chat, a deleted one, or another branch.
 *  @throws AppError `forbidden`; `not_found` where reading is off, or the chat is not another member's */
export async function readMemberChat(context: Context, input: ReadMemberChat): Promise<ReadChat> {
  const { actor } = context;
  requirePermission(actor, "content:read");
  const { chatId, reason, upTo } = parse(ReadMemberChat, input);
  return transact(context, async (inner) => {
    await requireOpenReading(inner);
    const chat = await findMemberChat(inner.db, actor.teamId, chatId);
    if (!chat || chat.personId === actor.personId) throw new AppError("not_found");
    const nodes = await listTree(inner.db, actor.teamId, chatId);
    const path = activePath(nodes, chat.activeLeafId);
    const high = Math.min(upTo ?? path.length, path.length - 1);
    const { messages } = await pathPage(inner, { nodes, path }, { at: high, low: 0, high });
    const first = messages[0]?.metadata?.position ?? 0;
    await recordAudit(inner, {
      action: "content.read" satisfies ReadingAction,
      target: chat.personId,
      after: { chatId, messages: messages.length },
      personal: { reason: { personId: chat.personId, value: reason } },
    });
    return {
      id: chatId,
      title: chat.title,
      messages: messages.map(toRead),
      above: first > 0 ? first - 1 : null,
    };
  });
}

function toRead({ id, role, parts, metadata }: WyeMessage): ReadMessage {
  return {
    id,
    role: metadata?.summary ? "summary" : role === "user" ? "user" : "assistant",
    text: parts.reduce((all, part) => (part.type === "text" ? all + part.text : all), ""),
    modelName: metadata?.modelName ?? null,
    status: metadata?.status ?? "complete",
    createdAt: metadata?.createdAt ?? "",
  };
}
