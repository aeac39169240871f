"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { ROOT, type Siblings } from "@/lib/chat/tree";
import { afterView, firstPlace, leadingTo, NOTHING_EARLIER, withPage } from "./earlier";
import { loadConversation } from "./load-conversation";
import { loadPage } from "./load-page";
import { missingPlaces } from "./missing-places";
import type { PathCut } from "./path-cut";
import type { ConversationState } from "./use-conversation";

/** The whole path of a chat: its end as the conversation has it, and what of the rest was read. */
export interface Path {
  length: number;
  /** Undefined where it is not read yet. */
  at: (place: number) => WyeMessage | undefined;
  siblings: Siblings;
  /** Reads what is missing between two places, as soon as may be. */
  need: (low: number, high: number) => void;
  /** A page could not be read; nothing more is until this is called. */
  retry: (() => void) | null;
  cut: (messageId: string) => PathCut | null;
  /** The message right after one, as far as it is read. */
  below: (messageId: string) => WyeMessage | undefined;
  /** Shows what the server shows now. */
  show: (view: ConversationView) => void;
}

const PAGE_LENGTH = 50;

interface Needed {
  low: number;
  high: number;
}

export function usePath(
  chatId: string,
  state: Pick<ConversationState, "messages" | "siblings" | "show" | "status" | "unsent">,
): Path {
  const { messages: end, show: showEnd } = state;
  const [read, setRead] = useState(NOTHING_EARLIER);
  const [needed, setNeeded] = useState<Needed | null>(null);
  const [failed, setFailed] = useState(false);
  const before = firstPlace(end);
  const earlier = useMemo(() => leadingTo(read, end), [read, end]);
  const siblings = useMemo(
    () => ({ ...earlier.siblings, ...state.siblings }),
    [earlier.siblings, state.siblings],
  );
  const at = useCallback(
    (place: number) => (place < before ? earlier.messages.get(place) : end[place - before]),
    [before, earlier, end],
  );

  const show = useCallback(
    (view: ConversationView) => {
      // Both at once, or the end of one path would stand under what leads to another.
      flushSync(() => {
        setRead((known) => afterView(known, end, view));
        showEnd(view);
      });
    },
    [end, showEnd],
  );

  const above = end[0]?.id;
  // What is being written, or did not reach the server, must not be taken away from under the reader.
  const mayShow = state.status === "ready" || (state.status === "failed" && state.unsent === null);
  const latest = useRef({ earlier, show, mayShow });
  latest.current = { earlier, show, mayShow };
  const [loading, setLoading] = useState(false);
  useEffect(() => {
    if (needed === null || above === undefined || failed || loading) return;
    const known = (place: number): boolean => place >= before || earlier.messages.has(place);
    const page = missingPlaces(known, needed.low, Math.min(needed.high, before - 1), PAGE_LENGTH);
    if (page === null) return;
    setLoading(true);
    void loadPage({ chatId, above, ...page }).then(async (loaded) => {
      if (loaded === null) setFailed(true);
      else if (loaded.total === before)
        setRead({ ...withPage(latest.current.earlier, loaded), leadsTo: above });
      else {
        // Another tab has changed the path.
        const view = await loadConversation(chatId);
        if (typeof view === "object" && latest.current.mayShow) latest.current.show(view);
        else setFailed(true);
      }
      setLoading(false);
    });
  }, [chatId, needed, above, before, earlier, failed, loading]);

  const need = useCallback((low: number, high: number) => {
    setNeeded((now) => (now?.low === low && now.high === high ? now : { low, high }));
  }, []);

  const cut = useCallback(
    (messageId: string): PathCut | null => {
      const length = before + end.length;
      const inEnd = end.findIndex(({ id }) => id === messageId);
      const place = inEnd < 0 ? placeOf(earlier.messages, messageId) : before + inEnd;
      const message = place === null ? undefined : at(place);
      if (place === null || message === undefined || place >= length) return null;
      const beside = siblings[message.metadata?.parentId ?? ROOT];
      const upTo = inEnd < 0 ? runBefore(at, place) : end.slice(0, inEnd);
      return { message, before: upTo, beside, earlier: inEnd < 0 };
    },
    [before, end, earlier, at, siblings],
  );

  const below = useCallback(
    (messageId: string) => {
      const inEnd = end.findIndex(({ id }) => id === messageId);
      const place = inEnd < 0 ? placeOf(earlier.messages, messageId) : before + inEnd;
      return place === null ? undefined : at(place + 1);
    },
    [before, end, earlier, at],
  );

  const retry = useMemo(() => (failed ? () => setFailed(false) : null), [failed]);
  return useMemo(
    () => ({ length: before + end.length, at, siblings, need, retry, cut, below, show }),
    [before, end.length, at, siblings, need, retry, cut, below, show],
  );
}

function placeOf(messages: ReadonlyMap<number, WyeMessage>, messageId: string): number | null {
  for (const [place, { id }] of messages) if (id === messageId) return place;
  return null;
}

/** A page of what is known right before a place. */
function runBefore(at: Path["at"], place: number): WyeMessage[] {
  const run: WyeMessage[] = [];
  for (let message = at(place - 1); message && run.length < PAGE_LENGTH; message = at(place - 1 - run.length))
    run.push(message);
  return run.reverse();
}
