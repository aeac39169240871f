"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/http/action";
import { answerNotice as answerNoticeUseCase } from "@/lib/policy/answer-notice";
import { NOTICE_ANSWERS } from "@/lib/policy/notice";

export const answerNotice = action(
  { whileEnding: true, input: z.strictObject({ noticeId: z.uuid(), answer: z.enum(NOTICE_ANSWERS) }) },
  async (context, input) => {
    await answerNoticeUseCase(context, input);
    refresh();
  },
);
