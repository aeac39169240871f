"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { isImeKey } from "@/components/ui/is-ime-key";

interface ChatRenameProps {
  title: string;
  onDone: (title: string | null) => void;
}

const MAX_LENGTH = 200;

/** Enter or leaving the field saves; Escape keeps the old title. */
export function ChatRename({ title, onDone }: ChatRenameProps) {
  const t = useTranslations("common.shell");
  const finished = useRef(false);

  function finish(value: string | null): void {
    if (finished.current) return;
    finished.current = true;
    const trimmed = value?.trim() ?? "";
    onDone(trimmed === "" || trimmed === title ? null : trimmed);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    event.stopPropagation();
    if (isImeKey(event.nativeEvent)) return;
    if (event.key === "Enter") finish(event.currentTarget.value);
    if (event.key === "Escape") finish(null);
  }

  return (
    <input
      ref={(input) => {
        input?.focus();
        input?.select();
      }}
      defaultValue={title}
      maxLength={MAX_LENGTH}
      aria-label={t("renameLabel")}
      onKeyDown={onKeyDown}
      onBlur={(event) => finish(event.currentTarget.value)}
      className="h-8 w-full rounded-md border border-line-strong bg-surface-raised px-2 text-ink text-sm pointer-coarse:h-11 pointer-coarse:text-base"
    />
  );
}
