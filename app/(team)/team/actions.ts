"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { NoticeInput } from "@/lib/policy/notice";
import { setContentReading as setContentReadingUseCase } from "@/lib/policy/set-content-reading";
import { setDefaultChoice as setDefaultChoiceUseCase } from "@/lib/policy/set-default-choice";
import { setNotice as setNoticeUseCase } from "@/lib/policy/set-notice";
import { setOutsideLinks as setOutsideLinksUseCase } from "@/lib/policy/set-outside-links";
import { setTemporaryChats as setTemporaryChatsUseCase } from "@/lib/policy/set-temporary-chats";
import { Choice } from "@/lib/router/choice";

export const setDefaultChoice = action(
  { input: z.strictObject({ choice: Choice.nullable() }) },
  async (context, { choice }) => {
    await setDefaultChoiceUseCase(context, choice);
    refresh();
  },
);

export const setNotice = action({ input: NoticeInput }, async (context, input) => {
  const shown = await setNoticeUseCase(context, input);
  refresh();
  return shown;
});

export const setContentReading = action(
  { input: z.strictObject({ on: z.boolean() }) },
  async (context, input) => {
    await setContentReadingUseCase(context, input);
    refresh();
  },
);

export const setTemporaryChats = action(
  { input: z.strictObject({ allowed: z.boolean() }) },
  async (context, { allowed }) => {
    await setTemporaryChatsUseCase(context, allowed);
    refresh();
  },
);

export const setOutsideLinks = action(
  { input: z.strictObject({ allowed: z.boolean() }) },
  async (context, input) => {
    await setOutsideLinksUseCase(context, input);
    refresh();
  },
);
