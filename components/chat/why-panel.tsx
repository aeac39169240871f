"use client";

import { Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Picker } from "@/lib/chat/picker";
import type { Mode } from "@/lib/router/choice";
import type { DecisionView } from "@/lib/routing/explain-decision";
import { fetchDecision } from "./fetch-decision";
import { WhyFacts } from "./why-facts";
import { WhyLead } from "./why-lead";

interface WhyPanelProps {
  chatId: string;
  messageId: string;
  picker: Picker;
  other: { mode: Mode; ask: () => void } | null;
}

/** How one answer was routed, read when it is asked for. */
export function WhyPanel({ chatId, messageId, picker, other }: WhyPanelProps) {
  const t = useTranslations("chat");
  const { found, again } = useDecision(chatId, messageId);
  if (found === null) {
    return (
      <div aria-busy="true" className="flex flex-col gap-2">
        <p className="sr-only">{t("why.loading")}</p>
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-2/3" />
      </div>
    );
  }
  if (typeof found === "string") {
    return (
      <div role="status" className="flex flex-col items-start gap-2 text-sm">
        <p>{t(`why.${found}`)}</p>
        {found === "failed" && (
          <Button size="sm" onClick={again}>
            {t("why.retry")}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3 text-sm">
      <WhyLead decision={found} />
      <WhyFacts decision={found} picker={picker} />
      {other !== null && (
        <Button size="sm" onClick={other.ask} className="self-start">
          <Split aria-hidden="true" />
          {t("other.ask", { mode: t(other.mode) })}
        </Button>
      )}
    </div>
  );
}

function useDecision(chatId: string, messageId: string) {
  const [found, setFound] = useState<DecisionView | "gone" | "failed" | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    // Each attempt asks anew.
    void attempt;
    const left = new AbortController();
    setFound(null);
    void fetchDecision(chatId, messageId, left.signal).then((next) => left.signal.aborted || setFound(next));
    return () => left.abort();
  }, [chatId, messageId, attempt]);
  return { found, again: () => setAttempt((now) => now + 1) };
}
