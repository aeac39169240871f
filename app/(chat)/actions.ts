"use server";

import { z } from "zod";
import { savePreferences } from "@/lib/auth/save-preferences";
import { deleteChat as deleteChatUseCase } from "@/lib/chat/delete-chat";
import { rememberChoice as rememberChoiceUseCase } from "@/lib/chat/remember-choice";
import { renameChat as renameChatUseCase } from "@/lib/chat/rename-chat";
import { restoreChat as restoreChatUseCase } from "@/lib/chat/restore-chat";
import { action } from "@/lib/http/action";
import { Choice } from "@/lib/router/choice";

const ChatId = z.object({ chatId: z.uuid() });

export const renameChat = action(
  { input: ChatId.extend({ title: z.string().trim().min(1).max(200) }) },
  (context, { chatId, title }) => renameChatUseCase(context, chatId, title),
);

export const deleteChat = action({ input: ChatId }, (context, { chatId }) =>
  deleteChatUseCase(context, chatId),
);

export const restoreChat = action({ input: ChatId }, (context, { chatId }) =>
  restoreChatUseCase(context, chatId),
);

/** For the chat, once there is one, and for the next new chat. */
export const rememberChoice = action(
  { input: z.object({ chatId: z.uuid().nullable(), choice: Choice }) },
  (context, input) => rememberChoiceUseCase(context, input),
);

export const rememberShowReasoning = action(
  { input: z.object({ showReasoning: z.boolean() }) },
  (context, preference) => savePreferences(context, preference),
);
