"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";

export function JumpToLatest({ onJump }: { onJump: () => void }) {
  const t = useTranslations("chat");
  return (
    <div className="absolute inset-x-0 bottom-3 flex justify-center">
      <IconButton
        label={t("jumpToLatest")}
        onClick={onJump}
        className="size-9 animate-rise rounded-full border border-line-strong bg-surface-raised text-ink shadow-raised"
      >
        <ArrowDown />
      </IconButton>
    </div>
  );
}
