import { z } from "zod";
import { Choice } from "@/lib/router/choice";
import { typedText } from "@/lib/typed-text";
import { ChatSettings } from "./chat-settings";
import { ComparisonPlace } from "./comparison";

/** Characters of one question; about 250,000 tokens of English. */
export const MAX_QUESTION_CHARACTERS = 1_000_000;

/** Ids are made by the client, so that a repeated request is recognised. */
export const ReplyInput = z
  .object({
    chatId: z.uuid(),
    /** Null: answer `parentId`, a question that is there already, once more. */
    message: z
      .object({ id: z.uuid(), text: typedText().trim().min(1).max(MAX_QUESTION_CHARACTERS) })
      .nullable(),
    /** The message that this one follows; null at the root. */
    parentId: z.uuid().nullable(),
    answerId: z.uuid(),
    choice: Choice,
    /** Kept with the chat; left out: the chat keeps what it has. */
    settings: ChatSettings.optional(),
    /** An answer to `parentId` that broke off: the new one goes on from it. */
    continuesId: z.uuid().optional(),
    /** The answer to `parentId` that this one is asked for beside: in another mode, by another model, or once more. */
    besideId: z.uuid().optional(),
    /** Asked for side by side with other answers to the same question, which may be written at the same time. */
    comparison: ComparisonPlace.optional(),
    /** The model that was chosen by name has failed, and the person asks for another one to answer in its place. */
    standIn: z.literal(true).optional(),
    /** A chat that this question begins leaves nothing but its cost; of a chat that is there, nothing changes. */
    temporary: z.literal(true).optional(),
  })
  .refine(({ message, answerId }) => message?.id !== answerId, {
    path: ["answerId"],
    message: "an answer is not its question",
  })
  .refine(({ comparison, continuesId }) => !(comparison && continuesId), {
    path: ["comparison"],
    message: "an answer that goes on from another is not compared",
  })
  .refine(({ comparison, besideId }) => !(comparison?.place === 0 && besideId !== undefined), {
    path: ["comparison"],
    message: "the answer beside has the first place",
  });
export type ReplyInput = z.infer<typeof ReplyInput>;
