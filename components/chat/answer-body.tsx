"use client";

import type { ReactNode } from "react";
import { brokeOff } from "@/lib/chat/broke-off";
import type { WyeMessage } from "@/lib/chat/message";
import { AnswerEnd } from "./answer-end";
import { CompactionNotice } from "./compaction-notice";
import { type Failure, failureOf } from "./failure";
import { Markdown } from "./markdown/markdown";
import { messageText } from "./message-text";
import { Reasoning } from "./reasoning";
import { Waiting } from "./waiting";

interface AnswerBodyProps {
  message: WyeMessage;
  /** A stream is writing it now. */
  live: boolean;
  /** What this page saw go wrong; what the server recorded is in the message. */
  failure: Failure | null;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  onRetry: (() => void) | undefined;
  /** Called only where there is something to go on from. */
  onGoOn: (() => void) | undefined;
  /** Buttons that help better than asking again. */
  ways?: ReactNode;
}

/** What was thought and said, and how it ended if not well. */
export function AnswerBody({ message, live, failure, onRetry, onGoOn, ways, ...reasoning }: AnswerBodyProps) {
  const { metadata } = message;
  const text = messageText(message);
  const thought = messageText(message, "reasoning");
  const known = failureOf(metadata, failure);
  const partial = text !== "" || thought !== "";
  const cutShort = metadata?.status === "complete" && metadata.finishReason === "length";
  const endedBadly = !live && (known !== null || metadata?.status !== "complete");
  const canGoOn = partial && metadata !== undefined && brokeOff(metadata);
  return (
    <>
      {metadata?.compaction && <CompactionNotice compaction={metadata.compaction} />}
      {thought !== "" && (
        <Reasoning
          text={thought}
          live={live && message.parts.at(-1)?.type === "reasoning"}
          durationMs={metadata?.reasoningMs}
          show={reasoning.showReasoning}
          onShowChange={reasoning.onShowReasoningChange}
        />
      )}
      {text !== "" && <Markdown text={text} live={live} />}
      {live && !partial && metadata?.compaction?.state !== "writing" && <Waiting />}
      {(endedBadly || (cutShort && !live)) && (
        <div className="mt-3">
          <AnswerEnd
            status={metadata?.status ?? "interrupted"}
            failure={known}
            partial={partial}
            onGoOn={canGoOn ? onGoOn : undefined}
            onRetry={onRetry}
            ways={ways}
          />
        </div>
      )}
    </>
  );
}
