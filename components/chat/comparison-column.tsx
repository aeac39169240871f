"use client";

import { Check, RefreshCw, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import { AnswerBody } from "./answer-body";
import { AnswerCost } from "./answer-cost";
import { ColumnTime } from "./column-time";
import type { Failure } from "./failure";
import { messageText } from "./message-text";
import { ModeDot } from "./mode-dot";
import { textLength } from "./text-length";
import { Thumbs } from "./thumbs";
import { useFollowEnd } from "./use-follow-end";
import { WhyButton } from "./why-button";

export interface ComparisonColumnProps {
  message: WyeMessage;
  name: string;
  /** Of all. */
  at: number;
  count: number;
  failure: Failure | null;
  stopping: boolean;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  picker: Picker;
  onStop: (answerId: string) => void;
  /** Null where nothing can be asked. */
  onRetry: ((answerId: string) => void) | null;
  /** Null where the chat cannot go elsewhere now. */
  onPick: ((answerId: string) => void) | null;
}

/** One of several answers: who, how long, what, at what cost, and whether the chat goes on with it. */
export const ComparisonColumn = memo(function ComparisonColumn(props: ComparisonColumnProps) {
  const { message, name, at, count, failure, stopping, picker, onStop, onRetry, onPick } = props;
  const t = useTranslations("chat");
  const frame = useRef<HTMLElement>(null);
  const { metadata } = message;
  useFollowEnd(frame, textLength(message), metadata?.status === "streaming");
  if (metadata === undefined) return null;
  const live = metadata.status === "streaming";
  const text = messageText(message);
  const retry = !live && onRetry ? () => onRetry(message.id) : undefined;
  const isPicked = metadata.comparison?.picked === true;
  return (
    <article
      aria-busy={live}
      className={cn(
        "flex min-w-0 flex-col rounded-xl border bg-surface-raised p-3.5",
        isPicked ? "border-line-strong" : "border-line",
      )}
    >
      <header className="-mt-1.5 mb-3 flex min-h-11 items-center gap-2 border-line border-b">
        <ModeDot mode={metadata.mode ?? null} />
        <h3 className="min-w-0 flex-1 text-sm">
          <span className="sr-only">{t("compare.by", { at, count, name })}</span>
          <span aria-hidden="true" className="block truncate font-medium" title={name}>
            {name}
          </span>
        </h3>
        <ColumnTime metadata={metadata} live={live} />
        {live && (
          <IconButton
            label={t("compare.stopOne", { name })}
            aria-disabled={stopping ? true : undefined}
            onClick={() => stopping || onStop(message.id)}
            className="-mr-1 aria-disabled:opacity-50"
          >
            <Square className="fill-current" />
          </IconButton>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take focus, or the keyboard cannot scroll it */}
      <section ref={frame} tabIndex={0} aria-label={name} className="comparison-text">
        <AnswerBody
          message={message}
          live={live}
          failure={failure}
          showReasoning={props.showReasoning}
          onShowReasoningChange={props.onShowReasoningChange}
          onRetry={retry}
          onGoOn={undefined}
        />
      </section>
      {!live && (
        <footer className="mt-3 flex flex-col gap-2.5 text-muted text-sm">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="-ml-2 inline-flex">
              {text !== "" && <CopyButton text={text} label={t("copyAnswer")} />}
              {metadata.decision && text !== "" && <Thumbs messageId={message.id} thumb={metadata.thumb} />}
              {metadata.status === "stopped" && retry && (
                <IconButton label={t("compare.again", { name })} onClick={retry}>
                  <RefreshCw />
                </IconButton>
              )}
            </span>
            <AnswerCost metadata={metadata} />
            {metadata.decision && <WhyButton messageId={message.id} picker={picker} other={null} />}
          </div>
          {isPicked ? (
            <p className="flex min-h-8 items-center gap-2 text-ink">
              <Check aria-hidden="true" className="size-4" />
              {t("compare.picked")}
            </p>
          ) : (
            text !== "" &&
            onPick && (
              <Button size="sm" onClick={() => onPick(message.id)} className="self-start">
                {t("compare.pick")}
              </Button>
            )
          )}
        </footer>
      )}
    </article>
  );
});
