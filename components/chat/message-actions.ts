import type { Choice } from "@/lib/router/choice";

/** What can be done with the messages of a conversation while nothing is being written. */
export interface MessageActions {
  edit: (questionId: string, text: string) => void;
  /** Without a choice, by what the composer has chosen. */
  regenerate: (answerId: string, choice?: Choice) => void;
  /** Goes on from an answer that broke off, by what the composer has chosen. */
  goOn: (answerId: string) => void;
  /** Shows the branch that a message begins. */
  select: (messageId: string) => void;
  remove: (messageId: string) => void;
  fork: (messageId: string) => void;
}
