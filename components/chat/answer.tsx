"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { brokeOff } from "@/lib/chat/broke-off";
import type { MessageMetadata, WyeMessage } from "@/lib/chat/message";
import type { Picker, PickerModel } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { AnswerAgain } from "./answer-again";
import { AnswerEnd } from "./answer-end";
import { AnswerFooter } from "./answer-footer";
import { BranchWalker, type Walking } from "./branch-walker";
import type { Failure } from "./failure";
import { Markdown } from "./markdown/markdown";
import type { MessageActions } from "./message-actions";
import { MessageMenu } from "./message-menu";
import { messageText } from "./message-text";
import { Reasoning } from "./reasoning";
import { RoomWays } from "./room-ways";
import { roomierModels } from "./roomier-models";
import type { SetPosition } from "./set-position";
import { Waiting } from "./waiting";

interface AnswerProps extends SetPosition {
  message: WyeMessage;
  /** A stream is writing it now. */
  live: boolean;
  /** What this page saw go wrong; what the server recorded is in the message. */
  failure: Failure | null;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  /** It follows a question, which can be answered again. */
  answers: boolean;
  /** Other answers in its place, itself among them. */
  beside: readonly string[] | undefined;
  actions: MessageActions | null;
  walking: Walking;
  picker: Picker;
}

export const Answer = memo(function Answer({
  message,
  live,
  failure,
  showReasoning,
  onShowReasoningChange,
  answers,
  beside,
  actions,
  walking,
  picker,
  posInSet,
  setSize,
}: AnswerProps) {
  const t = useTranslations("chat");
  const { metadata } = message;
  const text = messageText(message);
  const reasoning = messageText(message, "reasoning");
  const reasoningLive = live && message.parts.at(-1)?.type === "reasoning";
  const regenerate =
    answers && actions !== null && !live
      ? (choice?: Choice) => actions.regenerate(message.id, choice)
      : undefined;
  const known = failure ?? (metadata?.error ? { kind: "error" as const, error: metadata.error } : null);
  const partial = text !== "" || reasoning !== "";
  const goOn =
    regenerate !== undefined && partial && metadata !== undefined && brokeOff(metadata)
      ? () => actions?.goOn(message.id)
      : undefined;
  const cutShort = metadata?.status === "complete" && metadata.finishReason === "length";
  const endedBadly = !live && (known !== null || metadata?.status !== "complete");
  // A stopped answer has its button among the others: it is not an error.
  const retryShown = endedBadly && (known !== null || metadata?.status !== "stopped");
  return (
    <article aria-busy={live} aria-posinset={posInSet} aria-setsize={setSize}>
      <h2 className="sr-only">
        {metadata?.modelName === undefined ? t("answer") : t("answerBy", { model: metadata.modelName })}
      </h2>
      {reasoning !== "" && (
        <Reasoning
          text={reasoning}
          live={reasoningLive}
          durationMs={metadata?.reasoningMs}
          show={showReasoning}
          onShowChange={onShowReasoningChange}
        />
      )}
      {text !== "" && <Markdown text={text} live={live} />}
      {live && text === "" && reasoning === "" && <Waiting />}
      {(endedBadly || (cutShort && !live)) && (
        <div className="mt-3">
          <AnswerEnd
            status={metadata?.status ?? "interrupted"}
            failure={known}
            partial={partial}
            onGoOn={goOn}
            onRetry={regenerate && (() => regenerate())}
            ways={
              isTooLong(known) &&
              regenerate &&
              actions && (
                <RoomWays
                  {...actions.roomBefore(message.id)}
                  urgent
                  models={roomierModels(picker, modelOf(picker, metadata), null, 0)}
                  onChoose={({ name }) => regenerate({ kind: "model", model: name })}
                />
              )
            }
          />
        </div>
      )}
      {metadata !== undefined && (
        <div className={live ? "invisible" : "animate-fade"}>
          <AnswerFooter metadata={metadata} text={text}>
            {regenerate !== undefined && (
              <AnswerAgain
                metadata={metadata}
                picker={picker}
                onRegenerate={regenerate}
                retryShown={retryShown}
              />
            )}
            {actions !== null && !live && <MessageMenu messageId={message.id} actions={actions} />}
            {beside !== undefined && (
              <BranchWalker
                messageId={message.id}
                beside={beside}
                onSelect={live ? null : (actions?.select ?? null)}
                walking={walking}
              />
            )}
          </AnswerFooter>
        </div>
      )}
    </article>
  );
});

const isTooLong = (failure: Failure | null): boolean =>
  failure?.kind === "error" && failure.error.code === "context_too_long";

const modelOf = ({ models }: Picker, metadata: MessageMetadata | undefined): PickerModel | null =>
  models.find(({ name }) => name === metadata?.model) ?? null;
