"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { DRAFT } from "./keep-draft";

const SENT = "wye-sent:";

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

/** What is being typed, kept in this browser until the server has it: under `newKey` while the chat is not there
 *  yet, then under its id. Where storage is refused (private windows), it lives as long as the page. */
export function useDraft(chatId: string, newKey: string): Draft {
  const [text, setText] = useState("");
  const latest = useRef("");
  const key = useRef(newKey);

  const change = useCallback((next: string) => {
    latest.current = next;
    setText(next);
    write(DRAFT + key.current, next);
  }, []);

  const hold = useCallback(
    (sent: string, next: string) => {
      write(SENT + key.current, sent);
      change(next);
    },
    [change],
  );

  const giveBack = useCallback(
    (sent: string) => {
      change(join(sent, latest.current));
      write(SENT + key.current, "");
    },
    [change],
  );

  const release = useCallback(() => {
    const before = key.current;
    write(SENT + before, "");
    if (before === chatId) return;
    key.current = chatId;
    // Unless another page for new chats has written there since.
    if (read(DRAFT + before) === latest.current) write(DRAFT + before, "");
    write(DRAFT + chatId, latest.current);
  }, [chatId]);

  // After the first render, because the server has no drafts. What was sent and never arrived is a draft again.
  useEffect(() => {
    const unsent = read(SENT + newKey);
    change(join(unsent, read(DRAFT + newKey)));
    if (unsent !== "") write(SENT + newKey, "");
  }, [newKey, change]);

  return { text, change, hold, giveBack, release };
}

const join = (first: string, second: string): string =>
  [first, second].filter((text) => text !== "").join("\n\n");

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function write(key: string, text: string): boolean {
  try {
    if (text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
