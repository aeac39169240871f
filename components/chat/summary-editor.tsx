"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { isImeKey } from "@/components/ui/is-ime-key";

interface SummaryEditorProps {
  text: string;
  maxCharacters: number;
  /** Null while something is being written. @returns whether it was kept. */
  onSave: ((text: string) => Promise<boolean>) | null;
  onClose: () => void;
}

/** A summary as text. Enter breaks the line; with Ctrl or Cmd it saves, and Escape leaves it as it was. */
export function SummaryEditor({ text, maxCharacters, onSave, onClose }: SummaryEditorProps) {
  const t = useTranslations();
  const [value, setValue] = useState(text);
  const [saving, setSaving] = useState(false);
  const textarea = useRef<HTMLTextAreaElement>(null);
  const isFit = value.trim() !== "" && value.length <= maxCharacters;
  const savable = onSave !== null && isFit;

  useEffect(() => textarea.current?.focus(), []);

  async function save(): Promise<void> {
    if (onSave === null || !isFit || saving) return;
    setSaving(true);
    const kept = await onSave(value.trim());
    setSaving(false);
    if (kept) onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isImeKey(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    }
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  }

  return (
    <div className="flex flex-col gap-2">
      <textarea
        ref={textarea}
        rows={12}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label={t("chat.summary.editLabel")}
        aria-invalid={isFit ? undefined : true}
        autoComplete="off"
        className="max-h-[60dvh] w-full resize-y rounded-md border border-line-strong bg-surface-raised px-3 py-2 leading-relaxed"
      />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <p className="min-w-0 flex-1 text-muted text-sm max-sm:basis-full">{t("chat.summary.editHint")}</p>
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          size="sm"
          variant="primary"
          busy={saving}
          aria-disabled={savable ? undefined : true}
          title="Ctrl+Enter"
          onClick={() => void save()}
        >
          {t("common.save")}
        </Button>
      </div>
    </div>
  );
}
