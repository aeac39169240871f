import { useMemo } from "react";
import { v7 as uuidv7 } from "uuid";
import type { Choice } from "@/lib/router/choice";
import { joinTexts } from "./join-texts";
import type { MessageActions } from "./message-actions";
import { roomBefore } from "./room-actions";
import type { Branches } from "./use-branches";
import type { ComparingState } from "./use-comparison";
import type { Draft } from "./use-draft";
import type { Path } from "./use-path";
import type { Summaries } from "./use-summaries";

interface MessageActionsInput {
  /** Something is being written. */
  busy: boolean;
  state: ComparingState;
  path: Path;
  branches: Branches;
  summaries: Summaries;
  choice: Choice;
  setChoice: (choice: Choice) => void;
  stopScroll: () => void;
  draft: Pick<Draft, "text" | "hold" | "giveBack">;
}

/** What can be done with a message; nothing while something is being written. */
export function useMessageActions(input: MessageActionsInput): MessageActions | null {
  const { busy, branches, summaries, choice, setChoice, stopScroll } = input;
  const { text: typed, hold, giveBack } = input.draft;
  const { messages, unsent, edit, retry, goOn, askBeside } = input.state;
  const { cut } = input.path;
  return useMemo(() => {
    if (busy) return null;
    // What the server does not have makes way for what is asked now, and is typed again.
    const keepUnsent = (): void => {
      if (unsent !== null) giveBack(unsent);
    };
    return {
      ...branches,
      select: (messageId) => {
        // The reader stays at the place where the branches part.
        stopScroll();
        branches.select(messageId);
      },
      edit: (questionId, text) => {
        const question = cut(questionId);
        if (question === null) return;
        const isUnsent = unsent !== null && questionId === messages.at(-1)?.id;
        if (questionId !== messages.at(-1)?.id) stopScroll();
        const nextId = uuidv7();
        edit(question, text, choice, nextId);
        hold({ text, questionId: nextId }, isUnsent ? typed : joinTexts(unsent ?? "", typed));
      },
      regenerate: (answerId, next = choice) => {
        const answer = cut(answerId);
        if (answer === null) return;
        if (next !== choice) setChoice(next);
        keepUnsent();
        retry(next, answer);
      },
      askBeside: (answerId, other) => {
        const answer = cut(answerId);
        if (answer === null) return;
        stopScroll();
        keepUnsent();
        askBeside(answer, other);
      },
      standIn: (answerId) => {
        const answer = cut(answerId);
        const failed = answer?.message.metadata?.model;
        if (answer === null || failed === undefined) return;
        keepUnsent();
        retry({ kind: "model", model: failed }, answer, true);
      },
      goOn: (answerId) => {
        const answer = cut(answerId);
        if (answer === null) return;
        keepUnsent();
        goOn(choice, answer);
      },
      summarise: summaries.summarise,
      editSummary: summaries.edit,
      continueFrom: summaries.continueFrom,
      roomBefore: (answerId) => roomBefore({ messages }, summaries, answerId),
    };
  }, [
    busy,
    branches,
    summaries,
    choice,
    setChoice,
    stopScroll,
    typed,
    hold,
    giveBack,
    messages,
    unsent,
    edit,
    retry,
    goOn,
    askBeside,
    cut,
  ]);
}
