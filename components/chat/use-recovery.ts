"use client";

import type { UseChatHelpers } from "@ai-sdk/react";
import { useEffect, useState } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import { loadMessages } from "./load-messages";

interface RecoveryInput
  extends Pick<UseChatHelpers<WyeMessage>, "setMessages" | "resumeStream" | "clearError"> {
  chat: Pick<UseChatHelpers<WyeMessage>, "status" | "error" | "messages">;
  chatId: string;
}

const ATTEMPT_AFTER_MS = [300, 1000, 2000, 4000, 8000];

/** The server goes on writing when a connection breaks: follow it again, or, when it has ended meanwhile, load
 *  what it wrote. @returns whether that is going on. */
export function useRecovery(input: RecoveryInput): boolean {
  const { chat, chatId, setMessages, resumeStream, clearError } = input;
  const [givenUp, setGivenUp] = useState(false);
  const cut = isCut(chat);

  useEffect(() => {
    if (!cut) return;
    let left = false;
    setGivenUp(false);
    async function recover(): Promise<void> {
      for (const delayMs of ATTEMPT_AFTER_MS) {
        await new Promise((resolve) => setTimeout(resolve, delayMs));
        if (left) return;
        const stored = await loadMessages(chatId);
        if (left) return;
        if (stored === null) continue;
        if (stored.at(-1)?.metadata?.status === "streaming") {
          await resumeStream();
        } else {
          setMessages(stored);
          clearError();
          return;
        }
      }
      if (!left) setGivenUp(true);
    }
    void recover();
    return () => {
      left = true;
    };
  }, [cut, chatId, setMessages, resumeStream, clearError]);

  return cut && !givenUp;
}

/** Does the last answer still wait for text that no stream brings? */
function isCut({ messages, status, error }: RecoveryInput["chat"]): boolean {
  const last = messages.at(-1);
  const half = last?.role === "assistant" && last.metadata?.status === "streaming";
  return half && (status === "ready" || (status === "error" && error instanceof TypeError));
}
