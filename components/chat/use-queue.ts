"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { toast } from "@/components/ui/toast";
import { nextQueued } from "./next-queued";
import type { Queued } from "./queued";
import type { ConversationState } from "./use-conversation";
import { useKeptQueue } from "./use-kept-queue";
import { useOnline } from "./use-online";

interface QueueInput {
  /** Names the queue in this browser. */
  queueKey: string;
  state: ConversationState;
  onSend: (item: Queued) => void;
  onStop: () => Promise<boolean>;
}

export interface Queue {
  items: readonly Queued[];
  online: boolean;
  add: (text: string) => void;
  /** Takes it out, to be written differently. */
  take: (item: Queued) => void;
  /** Takes it out; a notice offers to put it back. */
  remove: (item: Queued) => void;
  /** Before all others, at once: an answer that is being written is stopped. */
  sendNow: (item: Queued) => void;
}

/** Messages that are sent when the answer is complete, or when there is a connection again. */
export function useQueue({ queueKey, state, onSend, onStop }: QueueInput): Queue {
  const t = useTranslations("chat.queue");
  const online = useOnline();
  const [items, change] = useKeptQueue(queueKey);
  const [urgent, setUrgent] = useState<string | null>(null);
  // From a send until the conversation shows it.
  const sending = useRef(false);
  const { messages, status } = state;
  const last = messages.at(-1);

  useEffect(() => {
    if (status !== "ready") sending.current = false;
    const next = sending.current ? null : nextQueued({ items, urgent, status, online, last });
    if (next === null) return;
    sending.current = true;
    change((before) => before.filter(({ id }) => id !== next.id));
    setUrgent(null);
    onSend(next);
  }, [items, urgent, status, online, last, onSend, change]);

  const add = useCallback(
    (text: string) => {
      const waitsFor = navigator.onLine ? "answer" : "connection";
      change((before) => [...before, { id: uuidv7(), answerId: uuidv7(), text, waitsFor }]);
    },
    [change],
  );

  const take = useCallback(
    (item: Queued) => change((before) => before.filter(({ id }) => id !== item.id)),
    [change],
  );

  const remove = useCallback(
    (item: Queued) => {
      change((before) => {
        const at = before.findIndex(({ id }) => id === item.id);
        toast.undo({
          message: t("removed"),
          undoLabel: t("undo"),
          onUndo: () => change((now) => [...now.slice(0, at), item, ...now.slice(at)]),
        });
        return before.filter(({ id }) => id !== item.id);
      });
    },
    [change, t],
  );

  const isBusy = status !== "ready" && status !== "failed";
  const sendNow = useCallback(
    (item: Queued) => {
      setUrgent(item.id);
      if (isBusy) void onStop().then((stopped) => stopped || setUrgent(null));
    },
    [isBusy, onStop],
  );

  return { items, online, add, take, remove, sendNow };
}
