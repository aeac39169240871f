"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Progress } from "./use-recalculation";

interface RecalculationProgressProps {
  progress: Progress;
  onStop: () => void;
}

/** What is over sooner needs no telling. */
const SHOWN_AFTER_MS = 1000;

/** How far a recalculation is that takes longer than a moment. */
export function RecalculationProgress({
  progress: { kind, count, fraction },
  onStop,
}: RecalculationProgressProps) {
  const t = useTranslations("prices.corrections.progress");
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="flex flex-col items-start gap-2 rounded-lg border border-line p-4 text-sm">
      <p role="status" className="font-medium">
        {t(kind)}
      </p>
      <progress aria-label={t(kind)} value={fraction} max={1} className="h-2 w-full max-w-md" />
      <p className="text-muted tabular-nums">{t(kind === "look" ? "looked" : "corrected", { count })}</p>
      <Button size="sm" onClick={onStop}>
        {t("stop")}
      </Button>
      {kind === "correct" && <p className="text-pretty text-muted text-xs">{t("keeps")}</p>}
    </div>
  );
}
