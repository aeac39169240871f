"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { Choice } from "@/lib/router/choice";
import { answered } from "./answered";
import type { BranchActions } from "./branch-actions";
import type { Columns } from "./use-comparison";

interface PickInput {
  chatId: string;
  actions: Pick<BranchActions, "pick">;
  columns: Columns;
  show: (view: ConversationView) => void;
  setChoice: (choice: Choice) => void;
  stopScroll: () => void;
  /** Where one goes on. */
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Goes on with one of the answers that stand side by side; those that are still being written are stopped. */
export function usePick(input: PickInput): (answerId: string) => void {
  const t = useTranslations("chat.compare");
  // What is called when the server has answered must not see an older conversation.
  const latest = useRef({ ...input, t });
  latest.current = { ...input, t };
  return useCallback(async (messageId: string) => {
    const { chatId, actions, columns, stopScroll, textarea } = latest.current;
    stopScroll();
    textarea.current?.focus();
    const stopped = await columns.stopAll();
    const picked = stopped ? await answered(actions.pick({ chatId, messageId })) : null;
    if (picked === null) return toast.error(latest.current.t("pickFailed"));
    latest.current.show(picked.view);
    if (picked.choice !== null) latest.current.setChoice(picked.choice);
  }, []);
}
