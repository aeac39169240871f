"use client";

import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import type { MessageMetadata, WyeMessage } from "@/lib/chat/message";
import type { Picker, PickerModel } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { AnswerAgain } from "./answer-again";
import { AnswerBody } from "./answer-body";
import { AnswerFooter } from "./answer-footer";
import { AnswerOther } from "./answer-other";
import { AskAlternative } from "./ask-alternative";
import { BranchWalker, type Walking } from "./branch-walker";
import { type Failure, failureOf } from "./failure";
import type { MessageActions } from "./message-actions";
import { MessageMenu } from "./message-menu";
import { messageText } from "./message-text";
import { otherWay } from "./other-way";
import { RoomWays } from "./room-ways";
import { roomierModels } from "./roomier-models";
import type { SetPosition } from "./set-position";
import { Thumbs } from "./thumbs";
import { WhyButton } from "./why-button";

export interface AnswerProps extends SetPosition {
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
  /** What else stands among its buttons. */
  children?: ReactNode;
}

export const Answer = memo(function Answer(props: AnswerProps) {
  const { message, live, failure, answers, beside, actions, walking, picker, posInSet, setSize } = props;
  const t = useTranslations("chat");
  const { metadata } = message;
  const text = messageText(message);
  const canAsk = answers && actions !== null && !live;
  const regenerate = canAsk ? (choice?: Choice) => actions.regenerate(message.id, choice) : undefined;
  const known = failureOf(metadata, failure);
  // A stopped answer has its button among the others: it is not an error.
  const retryShown =
    !live && (known !== null || (metadata?.status !== "complete" && metadata?.status !== "stopped"));
  const other = canAsk && metadata ? otherWay(metadata, picker) : null;
  const askOther = other && actions && (() => actions.askBeside(message.id, { kind: "mode", mode: other }));
  return (
    <article aria-busy={live} aria-posinset={posInSet} aria-setsize={setSize}>
      <h2 className="sr-only">
        {metadata?.modelName === undefined ? t("answer") : t("answerBy", { model: metadata.modelName })}
      </h2>
      <AnswerBody
        message={message}
        live={live}
        failure={failure}
        showReasoning={props.showReasoning}
        onShowReasoningChange={props.onShowReasoningChange}
        onGoOn={regenerate && (() => actions?.goOn(message.id))}
        onRetry={regenerate && (() => regenerate())}
        ways={
          regenerate &&
          actions &&
          (isTooLong(known) ? (
            <RoomWays
              {...actions.roomBefore(message.id)}
              urgent
              models={roomierModels(picker, modelOf(picker, metadata), null, 0)}
              onChoose={({ name }) => regenerate({ kind: "model", model: name })}
            />
          ) : (
            <AskAlternative failure={known} picker={picker} onAsk={() => actions.standIn(message.id)} />
          ))
        }
      />
      {metadata !== undefined && (
        <div className={live ? "invisible" : "animate-fade"}>
          <AnswerFooter
            metadata={metadata}
            text={text}
            why={
              metadata.decision && (
                <WhyButton
                  messageId={message.id}
                  picker={picker}
                  other={other && askOther && { mode: other, ask: askOther }}
                />
              )
            }
          >
            {metadata.decision && text !== "" && <Thumbs messageId={message.id} thumb={metadata.thumb} />}
            {regenerate !== undefined && (
              <AnswerAgain
                metadata={metadata}
                picker={picker}
                onRegenerate={regenerate}
                retryShown={retryShown}
              />
            )}
            {other && askOther && <AnswerOther mode={other} onAsk={askOther} />}
            {props.children}
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
