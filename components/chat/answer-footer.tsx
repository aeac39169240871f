"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import type { MessageMetadata } from "@/lib/chat/message";
import { AnswerCost } from "./answer-cost";
import { ModeDot } from "./mode-dot";
import { MODE_TEXT } from "./mode-text";

interface AnswerFooterProps {
  metadata: MessageMetadata;
  text: string;
  /** What copying copies; the answer unless it is said. */
  copyLabel?: string;
  /** Tells on demand why it came from there. */
  why?: ReactNode;
  /** What else can be done with the answer. */
  children: ReactNode;
}

/** Who answered, what it cost, and what can be done with it. */
export function AnswerFooter({ metadata, text, copyLabel, why, children }: AnswerFooterProps) {
  const t = useTranslations("chat");
  const { mode = null, modelName, model } = metadata;
  return (
    <footer className="mt-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      <div className="-ml-2 flex min-w-0 flex-wrap items-center">
        {text !== "" && <CopyButton text={text} label={copyLabel ?? t("copyAnswer")} />}
        {children}
      </div>
      {model !== undefined && (
        <span className="inline-flex min-w-0 items-center gap-1.5" title={model}>
          <ModeDot mode={mode} />
          <span className="truncate">
            {mode !== null && <span className={MODE_TEXT[mode]}>{t(mode)}</span>}
            {mode !== null && " · "}
            {modelName ?? model}
          </span>
        </span>
      )}
      <AnswerCost metadata={metadata} />
      {why}
    </footer>
  );
}
