"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/http/action";
import { useAnswered } from "./use-answered";

interface KeyFormProps {
  /** Fields; they are told which of them was refused. */
  children: (refused: string | null) => ReactNode;
  submit: (entered: (field: string) => string) => Promise<ActionResult<unknown>>;
  submitLabel: string;
  /** Said while it is under way; null for what takes no time. */
  busyText: string | null;
  /** @param saved whether it was done */
  onClose: (saved: boolean) => void;
}

/** A small form within a provider's card. What the vendor says of a key is told here and kept. */
export function KeyForm({ children, submit, submitLabel, busyText, onClose }: KeyFormProps) {
  const t = useTranslations("common");
  const answered = useAnswered();
  const [busy, start] = useTransition();
  const [failure, setFailure] = useState<{ field: string | null; message: string } | null>(null);

  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setFailure(null);
    start(async () => {
      const result = await answered(() => submit((field) => String(form.get(field) ?? "").trim()));
      if (result.ok) return onClose(true);
      const { code, params, message } = result.error;
      setFailure({ field: code === "invalid_input" ? String(params.field ?? "") : null, message });
    });
  }

  return (
    <form
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !busy) onClose(false);
      }}
      method="post"
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3"
    >
      {children(failure?.field ?? null)}
      {failure !== null && !failure.field && (
        <Notice tone="danger" role="alert">
          {failure.message}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" variant="primary" busy={busy}>
          {submitLabel}
        </Button>
        <Button size="sm" variant="ghost" disabled={busy} onClick={() => onClose(false)}>
          {t("cancel")}
        </Button>
      </div>
      <p role="status" className="text-muted text-sm empty:hidden">
        {busy ? busyText : null}
      </p>
    </form>
  );
}
