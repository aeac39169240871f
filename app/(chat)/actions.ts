"use server";

import { z } from "zod";
import { savePreferences } from "@/lib/auth/save-preferences";
import { ChatSettings } from "@/lib/chat/chat-settings";
import { continueFromSummary as continueFromSummaryUseCase } from "@/lib/chat/continue-from-summary";
import { deleteChat as deleteChatUseCase } from "@/lib/chat/delete-chat";
import { deleteMessage as deleteMessageUseCase } from "@/lib/chat/delete-message";
import { editSummary as editSummaryUseCase, SummaryEdit } from "@/lib/chat/edit-summary";
import { forkChat as forkChatUseCase } from "@/lib/chat/fork-chat";
import { MessageRef } from "@/lib/chat/message-ref";
import { pickAnswer as pickAnswerUseCase } from "@/lib/chat/pick-answer";
import { rememberChoice as rememberChoiceUseCase } from "@/lib/chat/remember-choice";
import { renameChat as renameChatUseCase } from "@/lib/chat/rename-chat";
import { restoreChat as restoreChatUseCase } from "@/lib/chat/restore-chat";
import { restoreMessage as restoreMessageUseCase } from "@/lib/chat/restore-message";
import { saveSettings as saveSettingsUseCase } from "@/lib/chat/save-settings";
import { selectBranch as selectBranchUseCase } from "@/lib/chat/select-branch";
import { setFavourite as setFavouriteUseCase } from "@/lib/chat/set-favourite";
import { startSummary as startSummaryUseCase } from "@/lib/chat/start-summary";
import { SummaryInput } from "@/lib/chat/summary-input";
import { action } from "@/lib/http/action";
import { Choice } from "@/lib/router/choice";
import { recordThumb, ThumbInput } from "@/lib/routing/signals/record-thumb";
import { typedText } from "@/lib/typed-text";

const ChatId = z.object({ chatId: z.uuid() });

export const renameChat = action(
  { input: ChatId.extend({ title: typedText().trim().min(1).max(200) }) },
  (context, { chatId, title }) => renameChatUseCase(context, chatId, title),
);

export const deleteChat = action({ input: ChatId }, (context, { chatId }) =>
  deleteChatUseCase(context, chatId),
);

export const restoreChat = action({ input: ChatId }, (context, { chatId }) =>
  restoreChatUseCase(context, chatId),
);

export const selectBranch = action({ whileEnding: true, input: MessageRef }, (context, ref) =>
  selectBranchUseCase(context, ref),
);

export const pickAnswer = action({ input: MessageRef }, (context, ref) => pickAnswerUseCase(context, ref));

export const rateAnswer = action({ input: ThumbInput }, (context, input) => recordThumb(context, input));

export const deleteMessage = action({ input: MessageRef }, (context, ref) =>
  deleteMessageUseCase(context, ref),
);

export const restoreMessage = action({ input: MessageRef }, (context, ref) =>
  restoreMessageUseCase(context, ref),
);

export const forkChat = action({ input: MessageRef }, (context, ref) => forkChatUseCase(context, ref));

export const startSummary = action({ input: SummaryInput }, async (context, input) => {
  await startSummaryUseCase(context, input);
  return { summaryId: input.summaryId };
});

export const editSummary = action({ input: SummaryEdit }, (context, edit) =>
  editSummaryUseCase(context, edit),
);

export const continueFromSummary = action({ input: MessageRef }, (context, ref) =>
  continueFromSummaryUseCase(context, ref),
);

/** For the chat, once there is one, and for the next new chat. */
export const rememberChoice = action(
  { input: z.object({ chatId: z.uuid().nullable(), choice: Choice }) },
  (context, input) => rememberChoiceUseCase(context, input),
);

export const setFavourite = action(
  { input: z.object({ model: z.string().min(3).max(300), favourite: z.boolean() }) },
  (context, input) => setFavouriteUseCase(context, input),
);

export const saveSettings = action({ input: ChatId.extend({ settings: ChatSettings }) }, (context, input) =>
  saveSettingsUseCase(context, input),
);

/** What happens where a model that was chosen by name fails. */
export const rememberStandIn = action(
  { whileEnding: true, input: z.object({ standIn: z.enum(["ask", "always"]) }) },
  (context, preference) => savePreferences(context, preference),
);

export const rememberShowReasoning = action(
  { whileEnding: true, input: z.object({ showReasoning: z.boolean() }) },
  (context, preference) => savePreferences(context, preference),
);
