import type { Choice } from "@/lib/router/choice";
import type { RoomActions } from "./room-actions";

/** What can be done with the messages of a conversation while nothing is being written. */
export interface MessageActions {
  edit: (questionId: string, text: string) => void;
  /** Without a choice, by what the composer has chosen. */
  regenerate: (answerId: string, choice?: Choice) => void;
  /** Has the same question answered another way, beside an answer. */
  askBeside: (answerId: string, choice: Choice) => void;
  /** Lets another model answer in the place of the one that was named and failed. */
  standIn: (answerId: string) => void;
  /** Goes on from an answer that broke off, by what the composer has chosen. */
  goOn: (answerId: string) => void;
  /** Shows the branch that a message begins. */
  select: (messageId: string) => void;
  remove: (messageId: string) => void;
  fork: (messageId: string) => void;
  /** Summarises what leads to a message, under it. */
  summarise: (parentId: string) => void;
  /** @returns whether it was kept. */
  editSummary: (summaryId: string, text: string) => Promise<boolean>;
  /** In a new chat that begins with the summary. */
  continueFrom: (summaryId: string) => void;
  /** What can be done where an answer was refused because the chat is too long. */
  roomBefore: (answerId: string) => RoomActions;
}
