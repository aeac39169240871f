"use client";

import { ArrowUp, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject, useId } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { isImeKey } from "@/components/ui/is-ime-key";
import { CharacterCount } from "./character-count";

interface ComposerProps {
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  /** The person is about to write. */
  onFocus: () => void;
  /** An answer is being written: what is sent waits for its end, and Stop stands beside Send. */
  busy: boolean;
  stopping: boolean;
  maxCharacters: number;
  /** The model picker and the settings. */
  picker: ReactNode;
  /** Above what is typed. */
  top?: ReactNode;
  /** What is typed may not be sent now, whatever it is. */
  held?: boolean;
  textarea: RefObject<HTMLTextAreaElement | null>;
}

/** Grows upwards from a fixed lower edge. */
export function Composer({
  value,
  onChange,
  onSend,
  onStop,
  onFocus,
  busy,
  stopping,
  maxCharacters,
  picker,
  top,
  held = false,
  textarea,
}: ComposerProps) {
  const t = useTranslations("chat");
  const countId = useId();
  const sendable = !held && value.trim() !== "" && value.length <= maxCharacters;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key !== "Enter" || event.shiftKey || isImeKey(event.nativeEvent)) return;
    event.preventDefault();
    if (sendable) onSend();
  }

  function onStopClick(event: MouseEvent): void {
    // Stopping can make it the Send button while this very click is still going on.
    event.preventDefault();
    onStop();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sendable) onSend();
      }}
      className="rounded-2xl border border-line-strong bg-surface-raised transition-colors duration-120 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus"
    >
      {top}
      <div className="composer-grow" data-value={value}>
        <textarea
          ref={textarea}
          rows={1}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          aria-label={t("composerLabel")}
          aria-describedby={countId}
          aria-invalid={value.length > maxCharacters ? true : undefined}
          placeholder={t("composerPlaceholder")}
          enterKeyHint="send"
          autoComplete="off"
        />
      </div>
      <div className="flex items-center gap-2 px-2 pb-2">
        <div className="flex min-w-0 flex-1 items-center gap-0.5">{picker}</div>
        <CharacterCount id={countId} length={value.length} max={maxCharacters} />
        {busy && (
          <IconButton
            label={stopping ? t("stopping") : t("stop")}
            onClick={onStopClick}
            aria-disabled={stopping ? true : undefined}
            className="size-9 rounded-full bg-surface-active text-ink aria-disabled:opacity-50 pointer-coarse:size-11"
          >
            <Square className="fill-current" />
          </IconButton>
        )}
        {(!busy || sendable) && (
          <IconButton
            type="submit"
            label={busy ? t("queue.add") : t("send")}
            aria-disabled={sendable ? undefined : true}
            className={cn(
              "size-9 rounded-full pointer-coarse:size-11",
              sendable
                ? "bg-accent text-accent-ink hover:bg-accent-hover hover:text-accent-ink"
                : "bg-surface-hover text-muted",
            )}
          >
            <ArrowUp />
          </IconButton>
        )}
      </div>
    </form>
  );
}
