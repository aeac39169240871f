"use client";

import { useTranslations } from "next-intl";

interface CharacterCountProps {
  id: string;
  length: number;
  max: number;
}

/** Speaks up when nine tenths of the room are used. */
export function CharacterCount({ id, length, max }: CharacterCountProps) {
  const t = useTranslations("chat");
  const left = max - length;
  const near = left < max / 10;
  return (
    <span id={id} role="status" className={left < 0 ? "text-danger text-xs" : "text-muted text-xs"}>
      {near && (left < 0 ? t("charactersOver", { count: -left }) : t("charactersLeft", { count: left }))}
    </span>
  );
}
