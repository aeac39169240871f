"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import { ROOT, type Siblings } from "@/lib/chat/tree";
import { Answer } from "./answer";
import { AnswerEnd } from "./answer-end";
import { BranchWalker, type Walking } from "./branch-walker";
import type { Failure } from "./failure";
import type { MessageActions } from "./message-actions";
import { Question } from "./question";
import { SummaryCard } from "./summary-card";
import type { ConversationStatus } from "./use-conversation";
import { Waiting } from "./waiting";

interface MessageListProps {
  messages: readonly WyeMessage[];
  siblings: Siblings;
  status: ConversationStatus;
  failure: Failure | null;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  /** Something is about to be opened or folded. */
  onFold: () => void;
  /** Null while an answer is being written. */
  actions: MessageActions | null;
  walking: Walking;
  picker: Picker;
  maxCharacters: number;
  /** Asks the last question again when it has no answer at all. */
  onRetry: () => void;
}

export const MessageList = memo(function MessageList({
  messages,
  siblings,
  status,
  failure,
  actions,
  walking,
  maxCharacters,
  onFold,
  onRetry,
  ...answer
}: MessageListProps) {
  const last = messages.at(-1);
  const live =
    status === "waiting" || status === "streaming" || status === "stopping" || status === "recovering";
  return (
    <div className="flex flex-col gap-8">
      {messages.map((message, at) => {
        const before = messages[at - 1];
        const branches = { message, beside: siblings[before?.id ?? ROOT], actions, walking };
        if (message.metadata?.summary) {
          return (
            <SummaryCard
              key={message.id}
              {...branches}
              live={live && message === last}
              failure={message === last ? failure : null}
              maxCharacters={maxCharacters}
              onFold={onFold}
            />
          );
        }
        return message.role === "user" ? (
          <Question key={message.id} {...branches} maxCharacters={maxCharacters} />
        ) : (
          <Answer
            key={message.id}
            {...branches}
            {...answer}
            live={live && message === last}
            failure={message === last ? failure : null}
            answers={before?.role === "user"}
          />
        );
      })}
      {last?.role === "user" && live && <Waiting />}
      {last?.role === "user" && !live && (
        <Unanswered
          failure={failure}
          others={siblings[last.id]}
          onSelect={actions?.select ?? null}
          walking={walking}
          onRetry={onRetry}
        />
      )}
    </div>
  );
});

interface UnansweredProps {
  failure: Failure | null;
  /** Answers that it has, and the one that did not come. */
  others: readonly string[] | undefined;
  onSelect: ((messageId: string) => void) | null;
  walking: Walking;
  onRetry: () => void;
}

/** A question at the end: its answer failed to begin, was deleted, or stayed in the chat that this one was forked
 *  from. */
function Unanswered({ failure, others, onSelect, walking, onRetry }: UnansweredProps) {
  const t = useTranslations("chat.message");
  const missing = others?.at(-1);
  return (
    <div className="flex flex-col items-start gap-2">
      {failure === null ? (
        <Button size="sm" onClick={onRetry}>
          {t("answerThis")}
        </Button>
      ) : (
        <AnswerEnd status="failed" failure={failure} partial={false} onRetry={onRetry} />
      )}
      {others !== undefined && missing !== undefined && (
        <BranchWalker messageId={missing} beside={others} onSelect={onSelect} walking={walking} />
      )}
    </div>
  );
}
