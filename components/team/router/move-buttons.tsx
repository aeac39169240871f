"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { MOVE_ATTRIBUTE } from "./use-reorder";

interface MoveButtonsProps {
  name: string;
  place: number;
  count: number;
  onMove: (by: -1 | 1) => void;
}

/** At the end of the list a button stays where the focus is, and does nothing. */
export function MoveButtons({ name, place, count, onMove }: MoveButtonsProps) {
  const t = useTranslations("router.reorder");
  return (
    <>
      <IconButton
        {...{ [MOVE_ATTRIBUTE]: -1 }}
        label={t("up", { name })}
        aria-disabled={place === 0}
        onClick={() => onMove(-1)}
        className="aria-disabled:opacity-40"
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        {...{ [MOVE_ATTRIBUTE]: 1 }}
        label={t("down", { name })}
        aria-disabled={place === count - 1}
        onClick={() => onMove(1)}
        className="aria-disabled:opacity-40"
      >
        <ArrowDown />
      </IconButton>
    </>
  );
}
