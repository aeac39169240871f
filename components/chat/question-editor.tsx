"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isImeKey } from "@/components/ui/is-ime-key";

interface QuestionEditorProps {
  text: string;
  maxCharacters: number;
  /** Null while an answer is being written. */
  onSend: ((text: string) => void) | null;
  onCancel: () => void;
}

/** A question asked differently. Enter sends, Escape leaves it as it was. */
export function QuestionEditor({ text, maxCharacters, onSend, onCancel }: QuestionEditorProps) {
  const t = useTranslations();
  const [value, setValue] = useState(text);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const sendable = onSend !== null && value.trim() !== "" && value.length <= maxCharacters;

  useEffect(() => {
    textarea.current?.focus();
    textarea.current?.setSelectionRange(text.length, text.length);
  }, [text]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isImeKey(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    if (sendable) onSend?.(value.trim());
  }

  return (
    <div className="w-full rounded-2xl border border-line-strong bg-surface-raised focus-within:border-focus focus-within:ring-1 focus-within:ring-focus">
      <div className="composer-grow" data-value={value}>
        <textarea
          ref={textarea}
          rows={1}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={onKeyDown}
          aria-label={t("chat.message.editLabel")}
          aria-invalid={value.length > maxCharacters ? true : undefined}
          enterKeyHint="send"
          autoComplete="off"
        />
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 px-3 pb-2.5">
        <p className="min-w-0 flex-1 text-muted text-sm max-sm:basis-full">{t("chat.message.editHint")}</p>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          {t("common.cancel")}
        </Button>
        <Button
          size="sm"
          variant="primary"
          aria-disabled={sendable ? undefined : true}
          onClick={() => sendable && onSend?.(value.trim())}
        >
          {t("chat.send")}
        </Button>
      </div>
    </div>
  );
}
