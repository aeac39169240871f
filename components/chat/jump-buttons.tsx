"use client";

import { ArrowDown, ArrowUpToLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";

interface JumpButtonsProps {
  onLatest: () => void;
  /** Only where the beginning is far. */
  onBeginning: (() => void) | null;
}

const CLASS =
  "size-9 animate-rise rounded-full border border-line-strong bg-surface-raised text-ink shadow-raised";

/** Away from the end: back to it, and in a long chat to its beginning. */
export function JumpButtons({ onLatest, onBeginning }: JumpButtonsProps) {
  const t = useTranslations("chat");
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center gap-2 *:pointer-events-auto">
      {onBeginning !== null && (
        <IconButton label={t("jumpToBeginning")} onClick={onBeginning} className={CLASS}>
          <ArrowUpToLine />
        </IconButton>
      )}
      <IconButton label={t("jumpToLatest")} onClick={onLatest} className={CLASS}>
        <ArrowDown />
      </IconButton>
    </div>
  );
}
