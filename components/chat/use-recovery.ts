"use client";

import type { UseChatHelpers } from "@ai-sdk/react";
import { useEffect, useState } from "react";
import type { ConversationView } from "@/lib/chat/get-conversation";
import type { WyeMessage } from "@/lib/chat/message";
import { loadConversation } from "./load-conversation";

interface RecoveryInput extends Pick<UseChatHelpers<WyeMessage>, "resumeStream"> {
  chat: Pick<UseChatHelpers<WyeMessage>, "status" | "error" | "messages">;
  chatId: string;
  show: (view: ConversationView) => void;
}

const ATTEMPT_AFTER_MS = [300, 1000, 2000, 4000, 8000];

/** The server goes on writing when a connection breaks: follow it again, or, when it has ended meanwhile, load
 *  what it wrote. @returns whether that is going on. */
export function useRecovery(input: RecoveryInput): boolean {
  const { chat, chatId, show, resumeStream } = input;
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
        const stored = await loadConversation(chatId);
        if (left) return;
        if (stored === null) continue;
        if (stored.messages.at(-1)?.metadata?.status === "streaming") {
          await resumeStream();
        } else {
          show(stored);
          return;
        }
      }
      if (!left) setGivenUp(true);
    }
    void recover();
    return () => {
      left = true;
    };
  }, [cut, chatId, show, resumeStream]);

  return cut && !givenUp;
}

/** Does the last answer still wait for text that no stream brings? */
function isCut({ messages, status, error }: RecoveryInput["chat"]): boolean {
  const last = messages.at(-1);
  const half = last?.role === "assistant" && last.metadata?.status === "streaming";
  return half && (status === "ready" || (status === "error" && error instanceof TypeError));
}
