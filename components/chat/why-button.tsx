"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { Picker } from "@/lib/chat/picker";
import type { Mode } from "@/lib/router/choice";
import { useAnswerSignals } from "./answer-signals";
import { loadPatiently } from "./load-patiently";

const WhyPanel = dynamic(() => loadPatiently(() => import("./why-panel")).then((module) => module.WhyPanel), {
  ssr: false,
  loading: () => <Skeleton className="h-40" />,
});

interface WhyButtonProps {
  messageId: string;
  picker: Picker;
  /** Asks the same question the other way; null where that cannot be done. */
  other: { mode: Mode; ask: () => void } | null;
}

/** Tells on demand why an answer came from whom it came. */
export function WhyButton({ messageId, picker, other }: WhyButtonProps) {
  const t = useTranslations("chat.why");
  const [open, setOpen] = useState(false);
  const signals = useAnswerSignals();
  if (signals === null) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      side="top"
      label={t("title")}
      className="max-h-(--radix-popover-content-available-height) w-88 max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain p-4"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-6 items-center rounded-sm underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-ink data-[state=open]:text-ink pointer-coarse:min-h-10"
        >
          {t("open")}
        </button>
      }
    >
      <WhyPanel
        chatId={signals.chatId}
        messageId={messageId}
        picker={picker}
        other={
          other && {
            mode: other.mode,
            ask: () => {
              setOpen(false);
              other.ask();
            },
          }
        }
      />
    </Popover>
  );
}
