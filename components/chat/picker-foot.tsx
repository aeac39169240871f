"use client";

import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { PickerModel } from "@/lib/chat/picker";

interface PickerFootProps {
  /** The highlighted one. */
  model: PickerModel | null;
  starred: boolean;
  onToggle: ((model: string) => void) | null;
}

/** Where the keyboard reaches the star of the highlighted model. */
export function PickerFoot({ model, starred, onToggle }: PickerFootProps) {
  const t = useTranslations("chat.picker");
  return (
    <div className="flex min-h-9 items-center justify-between gap-2 border-line border-t pr-1.5 pl-3 text-muted text-xs">
      <p>{t("perMillion")}</p>
      {model !== null && onToggle !== null && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => onToggle(model.name)}
          className="min-w-0 shrink text-muted text-xs max-sm:hidden"
        >
          <Star aria-hidden="true" className={cn(starred && "fill-current text-warn")} />
          <span className="truncate">{t(starred ? "unstar" : "star", { model: model.displayName })}</span>
        </Button>
      )}
    </div>
  );
}
