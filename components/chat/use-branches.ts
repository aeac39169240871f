"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { ConversationView } from "@/lib/chat/get-conversation";
import { answered } from "./answered";
import type { BranchActions } from "./branch-actions";
import { loadConversation } from "./load-conversation";
import type { MessageActions } from "./message-actions";

interface BranchesInput {
  chatId: string;
  actions: BranchActions;
  /** An answer is being written: what is shown must stay. */
  busy: boolean;
  show: (view: ConversationView) => void;
  onForked: ((chatId: string) => void) | undefined;
}

export type Branches = Pick<MessageActions, "select" | "remove" | "fork">;

/** Changes the tree on the server, then shows what the server shows. */
export function useBranches({ chatId, actions, busy, show, onForked }: BranchesInput): Branches {
  const t = useTranslations("chat.message");
  const showSafely = useShowSafely(chatId, busy, show);
  // What a notice will call later must not see an older conversation.
  const latest = useRef({ showSafely, t, onForked });
  latest.current = { showSafely, t, onForked };

  const select = useCallback(
    async (messageId: string) => {
      const view = await answered(actions.select({ chatId, messageId }));
      if (view) latest.current.showSafely(view);
      else toast.error(latest.current.t("selectFailed"));
    },
    [actions, chatId],
  );

  const restore = useCallback(
    async (messageId: string) => {
      const view = await answered(actions.restore({ chatId, messageId }));
      if (view) latest.current.showSafely(view);
      else toast.error(latest.current.t("restoreFailed"));
    },
    [actions, chatId],
  );

  const remove = useCallback(
    async (messageId: string) => {
      const view = await answered(actions.remove({ chatId, messageId }));
      if (!view) return toast.error(latest.current.t("removeFailed"));
      latest.current.showSafely(view);
      toast.undo({
        message: latest.current.t("removed"),
        undoLabel: latest.current.t("undo"),
        onUndo: () => void restore(messageId),
      });
    },
    [actions, chatId, restore],
  );

  const fork = useCallback(
    async (messageId: string) => {
      const made = await answered(actions.fork({ chatId, messageId }));
      if (made) latest.current.onForked?.(made.chatId);
      else toast.error(latest.current.t("forkFailed"));
    },
    [actions, chatId],
  );

  return useMemo(
    () => ({
      select: (messageId) => void select(messageId),
      remove: (messageId) => void remove(messageId),
      fork: (messageId) => void fork(messageId),
    }),
    [select, remove, fork],
  );
}

/** While an answer streams into what is shown, another path waits for its end, and is then asked for anew. */
function useShowSafely(
  chatId: string,
  busy: boolean,
  show: (view: ConversationView) => void,
): (view: ConversationView) => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (busy || !waiting.current) return;
    waiting.current = false;
    void loadConversation(chatId).then((view) => typeof view === "object" && show(view));
  }, [busy, chatId, show]);

  return useCallback(
    (view: ConversationView) => {
      if (busy) waiting.current = true;
      else show(view);
    },
    [busy, show],
  );
}
