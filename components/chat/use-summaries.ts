"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { toast } from "@/components/ui/toast";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import type { Choice } from "@/lib/router/choice";
import { answered } from "./answered";
import type { BranchActions } from "./branch-actions";
import { keepDraft } from "./keep-draft";
import { loadConversation } from "./load-conversation";
import type { ConversationState } from "./use-conversation";
import type { Draft } from "./use-draft";
import type { Path } from "./use-path";

interface SummariesInput {
  chatId: string;
  actions: BranchActions;
  state: ConversationState;
  path: Pick<Path, "cut" | "below">;
  show: (view: ConversationView) => void;
  choice: Choice;
  /** What is being typed: it goes along into a new chat. */
  draft: Pick<Draft, "text" | "change">;
  onForked: ((chatId: string) => void) | undefined;
}

/** What is done once a summary is whole: a question is asked, or the chat goes on in a new one, whose composer holds a
 *  question, or what is being typed. */
export type AfterSummary = { kind: "ask"; text: string } | { kind: "continue"; question: string | null };

export interface Summaries {
  /** One was asked for, and is not shown yet as the server has it. */
  starting: boolean;
  /** The same, at this very moment. */
  isStarting: () => boolean;
  /** Summarises what leads to a message; what was shown after it stays on its own branch. */
  summarise: (parentId: string, after?: AfterSummary) => void;
  edit: (summaryId: string, text: string) => Promise<boolean>;
  /** In a new chat, with what is being typed. */
  continueFrom: (summaryId: string) => void;
}

/** Has the server write summaries, and follows them as answers are followed. */
export function useSummaries(input: SummariesInput): Summaries {
  const t = useTranslations("chat.summary");
  const [starting, setStarting] = useState(false);
  const isStarting = useRef(false);
  const [next, setNext] = useState<{ summaryId: string; act: AfterSummary } | null>(null);
  // What is called when an answer comes must not see an older conversation.
  const latest = useRef({ ...input, t });
  latest.current = { ...input, t };

  const summarise = useCallback(async (parentId: string, act?: AfterSummary) => {
    const { chatId, actions, choice } = latest.current;
    const summaryId = uuidv7();
    setStarting(true);
    isStarting.current = true;
    try {
      const begun = await answered(actions.summarise({ chatId, parentId, summaryId, choice }));
      if (!begun) return toast.error(latest.current.t("startFailed"));
      const { path, state } = latest.current;
      await state.follow(path.cut(parentId), path.below(parentId), summaryId);
      // It may have been over before it could be followed; and only the server knows what all of its calls cost.
      const view = await loadConversation(chatId);
      if (typeof view === "string") return;
      latest.current.show(view);
      if (act && isWhole(view.messages.find(({ id }) => id === summaryId))) setNext({ summaryId, act });
    } finally {
      // Not before what is there is shown: what waits is sent as soon as nothing is being written.
      isStarting.current = false;
      setStarting(false);
    }
  }, []);

  const continueFrom = useCallback(async (messageId: string, question: string | null) => {
    const { chatId, actions } = latest.current;
    const made = await answered(actions.continueFromSummary({ chatId, messageId }));
    if (!made) return toast.error(latest.current.t("continueFailed"));
    const { draft } = latest.current;
    const isKept = keepDraft(made.chatId, question ?? draft.text);
    if (isKept && question === null) draft.change("");
    latest.current.onForked?.(made.chatId);
  }, []);

  const edit = useCallback(async (messageId: string, text: string) => {
    const { chatId, actions } = latest.current;
    const view = await answered(actions.editSummary({ chatId, messageId, text }));
    if (view) latest.current.show(view);
    else toast.error(latest.current.t("editFailed"));
    return view !== null;
  }, []);

  const { messages, status, send } = input.state;
  const lastId = messages.at(-1)?.id;
  useEffect(() => {
    if (next === null || starting || (status !== "ready" && status !== "failed")) return;
    setNext(null);
    // Something else was said meanwhile: what was to come next is not wanted any more.
    if (status !== "ready" || lastId !== next.summaryId) return;
    if (next.act.kind === "ask") send(next.act.text, latest.current.choice);
    else void continueFrom(next.summaryId, next.act.question);
  }, [next, starting, status, lastId, send, continueFrom]);

  return useMemo(
    () => ({
      starting,
      isStarting: () => isStarting.current,
      summarise: (parentId, act) => void summarise(parentId, act),
      edit,
      continueFrom: (summaryId) => void continueFrom(summaryId, null),
    }),
    [starting, summarise, edit, continueFrom],
  );
}

const isWhole = (message: WyeMessage | undefined): boolean => message?.metadata?.status === "complete";
