"use server";

import { z } from "zod";
import { savePreferences } from "@/lib/auth/save-preferences";
import { chooseForChat as chooseForChatUseCase } from "@/lib/chat/choose-for-chat";
import { deleteChat as deleteChatUseCase } from "@/lib/chat/delete-chat";
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

export const chooseForChat = action(
  { input: ChatId.extend({ choice: Choice }) },
  (context, { chatId, choice }) => chooseForChatUseCase(context, chatId, choice),
);

export const rememberShowReasoning = action(
  { input: z.object({ showReasoning: z.boolean() }) },
  (context, preference) => savePreferences(context, preference),
);
