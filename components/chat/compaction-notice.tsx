"use client";

import { FoldVertical } from "lucide-react";
import { useTranslations } from "next-intl";
import { Spinner } from "@/components/ui/spinner";
import type { Compaction } from "@/lib/chat/message";

/** What is above a question is summarised before it is answered, or was a moment ago. */
export function CompactionNotice({ compaction: { of: count, state } }: { compaction: Compaction }) {
  const t = useTranslations("chat.compaction");
  if (state === "dropped") return null;
  return (
    <p role="status" className="mb-2 flex min-h-7 items-center gap-2 text-muted text-sm">
      {state === "writing" ? <Spinner /> : <FoldVertical aria-hidden="true" className="size-4 shrink-0" />}
      {t(state, { count })}
    </p>
  );
}
