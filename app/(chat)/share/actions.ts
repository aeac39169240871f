"use server";

import { z } from "zod";
import { action } from "@/lib/http/action";
import { listShares as listSharesUseCase } from "@/lib/share/list-shares";
import { setRevoked as setRevokedUseCase } from "@/lib/share/set-revoked";
import { shareChat as shareChatUseCase } from "@/lib/share/share-chat";
import { ShareInput } from "@/lib/share/share-input";

export const listShares = action(
  { whileEnding: true, input: z.strictObject({ chatId: z.uuid() }) },
  (context, { chatId }) => listSharesUseCase(context, chatId),
);

export const shareChat = action({ input: ShareInput }, shareChatUseCase);

export const setRevoked = action(
  { input: z.strictObject({ shareId: z.uuid(), revoked: z.boolean() }) },
  setRevokedUseCase,
);
