"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { ServerDraft } from "@/lib/chat/draft";
import type { WyeMessage } from "@/lib/chat/message";
import { DraftKeeper } from "./draft-keeper";
import { joinTexts } from "./join-texts";
import { readSent, type Sent, writeSent } from "./kept-typed";
import { loadConversation } from "./load-conversation";

interface DraftInput {
  chatId: string;
  /** Names the draft while the chat is not there yet. */
  newKey: string;
  /** Names it afterwards. */
  ownKey: string;
  /** As the server has it. */
  initial: ServerDraft;
  /** Of the chat, as the page came with them. */
  initialMessages: readonly WyeMessage[];
  /** Longest that the server keeps. */
  maxCharacters: number;
  /** Where it is typed. */
  textarea: RefObject<HTMLTextAreaElement | null>;
}

export interface Draft {
  text: string;
  change: (text: string) => void;
  /** `sent` is on its way: it leaves the composer for `next`, and is kept until the server has it. */
  hold: (sent: Pick<Sent, "text" | "questionId">, next: string) => void;
  /** What was held is not sent after all: it goes before what was typed since. */
  giveBack: (sent: string) => void;
  /** The server has what was held, and from now on the chat has a draft of its own. */
  release: () => void;
}

/** What is being typed, on whichever device: kept in this browser at every stroke, and on the server. */
export function useDraft({
  chatId,
  newKey,
  ownKey,
  initial,
  initialMessages,
  maxCharacters,
  textarea,
}: DraftInput): Draft {
  const [text, setText] = useState(initial.text);
  // The page may be sent again with another; what is here then has come from the first.
  const [first] = useState({ draft: initial, messages: initialMessages, key: newKey });
  const keeper = useRef<DraftKeeper | null>(null);

  const change = useCallback((next: string) => {
    setText(next);
    keeper.current?.change(next);
  }, []);

  const hold = useCallback(
    (sent: Pick<Sent, "text" | "questionId">, next: string) => {
      writeSent(keeper.current?.key ?? newKey, { ...sent, chatId });
      change(next);
    },
    [chatId, newKey, change],
  );

  const giveBack = useCallback(
    (sent: string) => {
      change(joinTexts(sent, keeper.current?.text ?? ""));
      writeSent(keeper.current?.key ?? newKey, null);
    },
    [newKey, change],
  );

  const release = useCallback(() => {
    const kept = keeper.current;
    if (kept === null) return;
    writeSent(kept.key, null);
    // Another device must not be shown what has been sent.
    if (kept.key === ownKey) void kept.save();
    else kept.moveTo(ownKey);
  }, [ownKey]);

  // After the first render, because the server does not know this browser. What was sent and never arrived is a
  // draft again.
  useEffect(() => {
    const kept = new DraftKeeper(first.key, first.draft, maxCharacters, setText);
    keeper.current = kept;
    setText(kept.text);
    // Typed before the page listened.
    const early = textarea.current?.value ?? "";
    if (early !== "" && early !== first.draft.text) {
      change(early.startsWith(kept.text) ? early : joinTexts(kept.text, early));
    }
    const sent = readSent(first.key);
    const left = new AbortController();
    if (sent !== null) {
      void hasArrived(sent, chatId, first.messages, left.signal).then((arrived) => {
        if (left.signal.aborted) return;
        if (arrived) writeSent(first.key, null);
        else giveBack(sent.text);
      });
    }
    const save = () => void kept.save();
    const look = () => void (document.visibilityState === "visible" ? kept.refresh() : kept.save());
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    window.addEventListener("online", look);
    window.addEventListener("pagehide", save);
    return () => {
      left.abort();
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", look);
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [chatId, first, maxCharacters, textarea, change, giveBack]);

  // The chat that is about to begin has become another kind of chat.
  useEffect(() => {
    const kept = keeper.current;
    if (kept !== null && kept.key !== ownKey && kept.key !== newKey) kept.switchTo(newKey);
  }, [newKey, ownKey]);

  return { text, change, hold, giveBack, release };
}

/** Whether the server took a question whose page was left before it could tell. Where it cannot be asked, it is taken
 *  for one that it does not have: nothing typed is lost. */
async function hasArrived(
  sent: Sent,
  chatId: string,
  messages: readonly WyeMessage[],
  signal: AbortSignal,
): Promise<boolean> {
  if (sent.chatId === chatId && messages.some(({ id }) => id === sent.questionId)) return true;
  const view = await loadConversation(sent.chatId, signal);
  return typeof view === "object" && view.messages.some(({ id }) => id === sent.questionId);
}
