"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ServerDraft } from "@/lib/chat/draft";
import { DraftKeeper } from "./draft-keeper";
import { readSent, writeSent } from "./kept-typed";

interface DraftInput {
  chatId: string;
  /** Names the draft while the chat is not there yet; afterwards its id does. */
  newKey: string;
  /** As the server has it. */
  initial: ServerDraft;
  /** Longest that the server keeps. */
  maxCharacters: number;
}

export interface Draft {
  text: string;
  change: (text: string) => void;
  /** `sent` is on its way: it leaves the composer for `next`, and is kept until the server has it. */
  hold: (sent: string, next: string) => void;
  /** What was held is not sent after all: it goes before what was typed since. */
  giveBack: (sent: string) => void;
  /** The server has what was held, and from now on the chat has a draft of its own. */
  release: () => void;
}

/** What is being typed, on whichever device: kept in this browser at every stroke, and on the server. */
export function useDraft({ chatId, newKey, initial, maxCharacters }: DraftInput): Draft {
  const [text, setText] = useState(initial.text);
  // The page may be sent again with another; what is here then has come from the first.
  const [first] = useState(initial);
  const keeper = useRef<DraftKeeper | null>(null);

  const change = useCallback((next: string) => {
    setText(next);
    keeper.current?.change(next);
  }, []);

  const hold = useCallback(
    (sent: string, next: string) => {
      writeSent(keeper.current?.key ?? newKey, sent);
      change(next);
    },
    [newKey, change],
  );

  const giveBack = useCallback(
    (sent: string) => {
      change(join(sent, keeper.current?.text ?? ""));
      writeSent(keeper.current?.key ?? newKey, "");
    },
    [newKey, change],
  );

  const release = useCallback(() => {
    const kept = keeper.current;
    if (kept === null) return;
    writeSent(kept.key, "");
    // Another device must not be shown what has been sent.
    if (kept.key === chatId) void kept.save();
    else kept.moveTo(chatId);
  }, [chatId]);

  // After the first render, because the server does not know this browser. What was sent and never arrived is a
  // draft again.
  useEffect(() => {
    const kept = new DraftKeeper(newKey, first, maxCharacters, setText);
    keeper.current = kept;
    const unsent = readSent(newKey);
    setText(kept.text);
    if (unsent !== "") {
      change(join(unsent, kept.text));
      writeSent(newKey, "");
    }
    const save = () => void kept.save();
    const look = () => void (document.visibilityState === "visible" ? kept.refresh() : kept.save());
    document.addEventListener("visibilitychange", look);
    window.addEventListener("focus", look);
    window.addEventListener("online", look);
    window.addEventListener("pagehide", save);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("focus", look);
      window.removeEventListener("online", look);
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [newKey, first, maxCharacters, change]);

  return { text, change, hold, giveBack, release };
}

const join = (first: string, second: string): string =>
  [first, second].filter((text) => text !== "").join("\n\n");
