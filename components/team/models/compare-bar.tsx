"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ComparePanel } from "./compare-panel";
import type { Figures } from "./figures";
import type { FoundModel } from "./find-models";

interface CompareBarProps {
  models: readonly FoundModel[];
  figuresOf: (key: string) => Figures | null;
  onLeaveOut: (key: string) => void;
  onClear: () => void;
}

/** Stays at the foot of the page while models are chosen. */
export function CompareBar({ models, onClear, ...panel }: CompareBarProps) {
  const t = useTranslations("models.compare");
  const [open, setOpen] = useState(false);
  if (models.length === 0) return null;
  return (
    <div className="sticky bottom-4 z-20 mx-auto flex w-full max-w-xl items-center gap-3 rounded-xl border border-line bg-surface-raised px-4 py-2.5 shadow-raised">
      <p role="status" className="min-w-0 flex-1 text-sm">
        <span className="block">{t("chosen", { count: models.length })}</span>
        <span className="block truncate text-muted text-xs">
          {models.map(({ row }) => row.name).join(" · ")}
        </span>
      </p>
      <Button size="sm" variant="ghost" onClick={onClear}>
        {t("clear")}
      </Button>
      <Button size="sm" variant="primary" disabled={models.length < 2} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ComparePanel {...panel} models={models} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}
