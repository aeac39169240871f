"use client";

import { memo } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import { Answer } from "./answer";
import { AnswerEnd } from "./answer-end";
import type { Failure } from "./failure";
import { Question } from "./question";
import type { ConversationStatus } from "./use-conversation";
import { Waiting } from "./waiting";

interface MessageListProps {
  messages: readonly WyeMessage[];
  status: ConversationStatus;
  failure: Failure | null;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  onRegenerate: (answerId: string) => void;
  /** Asks the last question again when it has no answer at all. */
  onRetry: () => void;
}

export const MessageList = memo(function MessageList({
  messages,
  status,
  failure,
  onRegenerate,
  onRetry,
  ...answer
}: MessageListProps) {
  const last = messages.at(-1);
  const live =
    status === "waiting" || status === "streaming" || status === "stopping" || status === "recovering";
  return (
    <div className="flex flex-col gap-8">
      {messages.map((message) =>
        message.role === "user" ? (
          <Question key={message.id} message={message} />
        ) : (
          <Answer
            key={message.id}
            message={message}
            live={live && message === last}
            failure={message === last ? failure : null}
            onRegenerate={message === last ? onRegenerate : undefined}
            {...answer}
          />
        ),
      )}
      {last?.role === "user" && live && <Waiting />}
      {last?.role === "user" && !live && failure !== null && (
        <AnswerEnd status="failed" failure={failure} partial={false} onRetry={onRetry} />
      )}
    </div>
  );
});
