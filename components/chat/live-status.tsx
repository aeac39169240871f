"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ConversationStatus } from "./use-conversation";

/** Tells screen readers the turns of an answer, not its every word. */
export function LiveStatus({ status }: { status: ConversationStatus }) {
  const t = useTranslations("chat");
  const finished = useFinished(status);
  const words: Record<ConversationStatus, string> = {
    ready: finished ? t("finished") : "",
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

/** Whether something was being written here, and is over. */
function useFinished(status: ConversationStatus): boolean {
  const [finished, setFinished] = useState(false);
  const before = useRef(status);
  useEffect(() => {
    if (before.current === status) return;
    setFinished(status === "ready" && before.current !== "failed");
    before.current = status;
  }, [status]);
  return finished;
}
