"use client";

import { Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import type { Mode } from "@/lib/router/choice";
import { MODE_TEXT } from "./mode-text";

/** The same question in the other mode, in one click. */
export function AnswerOther({ mode, onAsk }: { mode: Mode; onAsk: () => void }) {
  const t = useTranslations("chat");
  return (
    <IconButton label={t("other.ask", { mode: t(mode) })} onClick={onAsk} className={MODE_TEXT[mode]}>
      <Split />
    </IconButton>
  );
}
