"use client";

import { useTranslations } from "next-intl";
import type { ConversationStatus } from "./use-conversation";

/** Tells screen readers the turns of an answer, not its every word. */
export function LiveStatus({ status, asked }: { status: ConversationStatus; asked: boolean }) {
  const t = useTranslations("chat");
  const words: Record<ConversationStatus, string> = {
    ready: asked ? t("finished") : "",
    waiting: t("waiting"),
    streaming: t("writing"),
    stopping: t("stopping"),
    // The notice in the page says it.
    recovering: "",
    failed: "",
  };
  return (
    <p role="status" className="sr-only">
      {words[status]}
    </p>
  );
}
