import type { WyeMessage } from "@/lib/chat/message";

/** Whether a summary was put above the last question that is not shown here yet. */
export function lacksSummary(messages: readonly WyeMessage[]): boolean {
  const { compaction, comparison } = messages.at(-1)?.metadata ?? {};
  return (
    compaction?.state === "written" && !comparison && messages.every(({ id }) => id !== compaction.summaryId)
  );
}
