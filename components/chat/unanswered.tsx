"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { AnswerEnd } from "./answer-end";
import { BranchWalker, type Walking } from "./branch-walker";
import type { Failure } from "./failure";

interface UnansweredProps {
  failure: Failure | null;
  /** Answers that it has, and the one that did not come. */
  others: readonly string[] | undefined;
  onSelect: ((messageId: string) => void) | null;
  walking: Walking;
  onRetry: () => void;
}

/** A question at the end: its answer failed to begin, was deleted, or stayed in the chat that this one was forked
 *  from. */
export function Unanswered({ failure, others, onSelect, walking, onRetry }: UnansweredProps) {
  const t = useTranslations("chat.message");
  const missing = others?.at(-1);
  return (
    <div className="flex flex-col items-start gap-2">
      {failure === null ? (
        <Button size="sm" onClick={onRetry}>
          {t("answerThis")}
        </Button>
      ) : (
        <AnswerEnd status="failed" failure={failure} partial={false} onRetry={onRetry} />
      )}
      {others !== undefined && missing !== undefined && (
        <BranchWalker messageId={missing} beside={others} onSelect={onSelect} walking={walking} />
      )}
    </div>
  );
}
