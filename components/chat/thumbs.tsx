"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { type Thumb, useAnswerSignals } from "./answer-signals";

interface ThumbsProps {
  messageId: string;
  /** As the page came with it. */
  thumb: Thumb | undefined;
}

/** What the person thinks of an answer; pressed again, it is taken back. */
export function Thumbs({ messageId, thumb }: ThumbsProps) {
  const t = useTranslations("chat.thumbs");
  const signals = useAnswerSignals();
  if (signals === null) return null;
  const given = signals.thumbs[messageId];
  const now = given === undefined ? (thumb ?? null) : given;
  const button = (value: Thumb) => ({
    pressed: now === value,
    onClick: () => signals.rate(messageId, now === value ? null : value, now),
    className: "aria-pressed:bg-transparent aria-pressed:[&_svg]:fill-current",
  });
  return (
    <span className="inline-flex">
      <IconButton label={t("up")} {...button(1)}>
        <ThumbsUp />
      </IconButton>
      <IconButton label={t("down")} {...button(-1)}>
        <ThumbsDown />
      </IconButton>
    </span>
  );
}
