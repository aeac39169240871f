"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import type { WyeMessage } from "@/lib/chat/message";
import { messageText } from "./message-text";

export const Question = memo(function Question({ message }: { message: WyeMessage }) {
  const t = useTranslations("chat");
  return (
    <article className="flex justify-end">
      <h2 className="sr-only">{t("yourQuestion")}</h2>
      <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-surface-hover px-4 py-2.5 leading-relaxed">
        {messageText(message)}
      </p>
    </article>
  );
});
