"use client";

import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import type { ChatSettings } from "@/lib/chat/chat-settings";

/** Tells the server now; `later`: it does not know the chat yet, and is told with the first question. */
export type SaveSettings = (settings: ChatSettings) => Promise<"saved" | "later" | "failed">;

export interface ChatSettingsState {
  value: ChatSettings;
  change: (settings: ChatSettings) => void;
  /** What the server has yet to be told; the next question tells it. */
  unsaved: RefObject<ChatSettings | null>;
  /** Tells it now. Resolves to false when it could not be told. */
  save: () => Promise<boolean>;
}

/** What is asked of the models of a chat: as the person has it on the page, and as far as the server knows it. */
export function useChatSettings(
  initial: ChatSettings,
  isNew: boolean,
  save: SaveSettings | undefined,
): ChatSettingsState {
  const [value, setValue] = useState(initial);
  const unsaved = useRef<ChatSettings | null>(isNew ? initial : null);

  const change = useCallback((settings: ChatSettings) => {
    unsaved.current = settings;
    setValue(settings);
  }, []);

  const saveNow = useCallback(async () => {
    const sent = unsaved.current;
    if (sent === null || save === undefined) return true;
    const outcome = await save(sent);
    if (outcome === "saved" && unsaved.current === sent) unsaved.current = null;
    return outcome !== "failed";
  }, [save]);

  return useMemo(() => ({ value, change, unsaved, save: saveNow }), [value, change, saveNow]);
}
