"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ChatSummary } from "@/lib/chat/message";
import { chatsChanged } from "./chats-changed";
import type { ChatListActions } from "./shell-props";

interface ChatList {
  /** Chats as they are once what was changed here is. */
  changed: (chats: readonly ChatSummary[]) => ChatSummary[];
  rename: (chat: ChatSummary, title: string) => void;
  remove: (chat: ChatSummary) => void;
}

/** Shows a rename or a deletion at once, and takes it back when the server refuses. */
export function useChatList({ onRename, onDelete, onRestore }: ChatListActions): ChatList {
  const t = useTranslations("common");
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());

  const changed = useCallback(
    (chats: readonly ChatSummary[]) =>
      chats
        .filter((chat) => !gone.has(chat.id))
        .map((chat) => ({ ...chat, title: titles.get(chat.id) ?? chat.title })),
    [gone, titles],
  );

  const show = (id: string) => setGone((before) => new Set([...before].filter((other) => other !== id)));
  const forgetTitle = (id: string) =>
    setTitles((before) => new Map([...before].filter(([other]) => other !== id)));

  async function rename(chat: ChatSummary, title: string): Promise<void> {
    setTitles((before) => new Map(before).set(chat.id, title));
    if (await succeeded(onRename({ chatId: chat.id, title }))) return;
    forgetTitle(chat.id);
    toast.error(t("shell.renameFailed"));
  }

  async function restore(chat: ChatSummary): Promise<void> {
    if (!(await succeeded(onRestore({ chatId: chat.id })))) return toast.error(t("shell.restoreFailed"));
    show(chat.id);
    // The list may have come anew since, without it.
    chatsChanged();
  }

  async function remove(chat: ChatSummary): Promise<void> {
    setGone((before) => new Set(before).add(chat.id));
    if (!(await succeeded(onDelete({ chatId: chat.id })))) {
      show(chat.id);
      toast.error(t("shell.deleteFailed"));
      return;
    }
    toast.undo({
      message: t("shell.deleted", { title: chat.title ?? t("shell.untitled") }),
      undoLabel: t("undo"),
      onUndo: () => void restore(chat),
    });
  }

  return {
    changed,
    rename: (chat, title) => void rename(chat, title),
    remove: (chat) => void remove(chat),
  };
}

/** An action that never arrived is one that failed. */
async function succeeded(answer: Promise<{ ok: boolean }>): Promise<boolean> {
  return answer.then(
    ({ ok }) => ok,
    () => false,
  );
}
