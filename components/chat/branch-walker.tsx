"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { stepTo } from "./step-to";

/** Where the keyboard was when another branch was asked for: its message, and which arrow. */
export type Walking = RefObject<{ messageId: string; step: -1 | 1 } | null>;

interface BranchWalkerProps {
  messageId: string;
  /** Ids of the messages in this place, oldest first. */
  beside: readonly string[];
  /** Null while an answer is being written. */
  onSelect: ((messageId: string) => void) | null;
  walking: Walking;
}

/** One of several questions or answers in the same place: ‹ 2/3 ›. The arrow keys walk too. */
export function BranchWalker({ messageId, beside, onSelect, walking }: BranchWalkerProps) {
  const t = useTranslations("chat.message");
  const group = useRef<HTMLFieldSetElement>(null);
  const position = { at: beside.indexOf(messageId) + 1, count: beside.length };

  // The message that had the focus is gone; its place is here.
  useEffect(() => {
    if (walking.current?.messageId !== messageId) return;
    group.current?.querySelector<HTMLElement>(`[data-step="${walking.current.step}"]`)?.focus();
    walking.current = null;
  }, [messageId, walking]);

  function walk(step: -1 | 1): void {
    const to = stepTo(beside, messageId, step);
    if (to === null || onSelect === null) return;
    walking.current = { messageId: to, step };
    onSelect(to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = ({ ArrowLeft: -1, ArrowRight: 1 } as const)[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    walk(step);
  }

  const arrow = (step: -1 | 1) => ({
    "data-step": step,
    "aria-disabled": onSelect === null || stepTo(beside, messageId, step) === null ? true : undefined,
    onClick: () => walk(step),
    className: "w-7 aria-disabled:opacity-40 pointer-coarse:w-9",
  });
  return (
    <fieldset
      ref={group}
      aria-label={t("branch", position)}
      onKeyDown={onKeyDown}
      className="inline-flex items-center text-muted text-sm tabular-nums"
    >
      <IconButton label={t("previousBranch")} {...arrow(-1)}>
        <ChevronLeft />
      </IconButton>
      <span aria-hidden="true">
        {position.at}/{position.count}
      </span>
      <IconButton label={t("nextBranch")} {...arrow(1)}>
        <ChevronRight />
      </IconButton>
    </fieldset>
  );
}
