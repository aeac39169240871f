import { useMemo } from "react";
import type { Choice } from "@/lib/router/choice";
import type { MessageActions } from "./message-actions";
import { roomBefore } from "./room-actions";
import type { Branches } from "./use-branches";
import type { ConversationState } from "./use-conversation";
import type { Draft } from "./use-draft";
import type { Path } from "./use-path";
import type { Summaries } from "./use-summaries";

interface MessageActionsInput {
  /** Something is being written. */
  busy: boolean;
  state: ConversationState;
  path: Path;
  branches: Branches;
  summaries: Summaries;
  choice: Choice;
  setChoice: (choice: Choice) => void;
  stopScroll: () => void;
  giveBack: Draft["giveBack"];
}

/** What can be done with a message; nothing while something is being written. */
export function useMessageActions(input: MessageActionsInput): MessageActions | null {
  const { busy, branches, summaries, choice, setChoice, stopScroll, giveBack } = input;
  const { messages, unsent, edit, retry, goOn } = input.state;
  const { cut } = input.path;
  return useMemo(() => {
    if (busy) return null;
    const leave = (): void => {
      // The reader stays at the place where the branches part; what the server does not have is typed again.
      stopScroll();
      if (unsent !== null) giveBack(unsent);
    };
    return {
      ...branches,
      select: (messageId) => {
        leave();
        branches.select(messageId);
      },
      edit: (questionId, text) => {
        const question = cut(questionId);
        if (question === null) return;
        if (questionId !== messages.at(-1)?.id) leave();
        edit(question, text, choice);
      },
      regenerate: (answerId, next = choice) => {
        const answer = cut(answerId);
        if (answer === null) return;
        if (next !== choice) setChoice(next);
        retry(next, answer);
      },
      goOn: (answerId) => {
        const answer = cut(answerId);
        if (answer !== null) goOn(choice, answer);
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
    giveBack,
    messages,
    unsent,
    edit,
    retry,
    goOn,
    cut,
  ]);
}
