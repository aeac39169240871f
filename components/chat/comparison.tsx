"use client";

import { Rows2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { WyeMessage } from "@/lib/chat/message";
import type { Picker } from "@/lib/chat/picker";
import type { Choice } from "@/lib/router/choice";
import { BranchWalker, type Walking } from "./branch-walker";
import { choiceOf } from "./choice-of";
import { columnName } from "./column-name";
import { columnsOf } from "./columns";
import { ComparisonColumn } from "./comparison-column";
import { ComparisonSwitcher } from "./comparison-switcher";
import type { MessageActions } from "./message-actions";
import type { SetPosition } from "./set-position";
import type { Columns } from "./use-comparison";
import { useSwipe } from "./use-swipe";

export interface ComparisonProps extends SetPosition {
  /** The one that leads the path; the others are beside it. */
  message: WyeMessage;
  columns: Columns;
  /** Nothing follows yet. */
  isLast: boolean;
  /** By what the composer has chosen, where nothing says how an answer was asked for. */
  choice: Choice;
  picker: Picker;
  showReasoning: boolean | null;
  onShowReasoningChange: (show: boolean) => void;
  beside: readonly string[] | undefined;
  actions: MessageActions | null;
  walking: Walking;
  onPick: (answerId: string) => void;
  /** Shows only the one that leads the path. */
  onFold: () => void;
}

/** Several answers to one question: columns where there is room, else cards to swipe. */
export function Comparison(props: ComparisonProps) {
  const { message, columns, isLast, choice, picker, beside, actions, walking, onPick, onFold } = props;
  const t = useTranslations("chat");
  const track = useRef<HTMLDivElement>(null);
  const { at, swipeTo } = useSwipe(track);
  const shown = columnsOf(message).map((column) => {
    const asked = columns.choices.get(column.id) ?? choiceOf(column.metadata ?? {});
    return { message: column, asked, name: columnName(column.metadata ?? {}, asked, picker, t) };
  });
  const count = shown.length;
  const isLive = shown.some((column) => column.message.metadata?.status === "streaming");
  const isPicked = shown.some((column) => column.message.metadata?.comparison?.picked === true);
  const hasOthers = beside !== undefined && beside.length > count;

  const latest = useRef({ columns, shown, choice, onPick });
  latest.current = { columns, shown, choice, onPick };
  const stop = useCallback(
    async (answerId: string) => {
      if (!(await latest.current.columns.stop(answerId))) toast.error(t("stopFailed"));
    },
    [t],
  );
  const retry = useCallback((answerId: string) => {
    const { columns, shown, choice } = latest.current;
    const asked = shown.find((column) => column.message.id === answerId)?.asked;
    columns.retry(answerId, asked ?? choice);
  }, []);
  const pick = useCallback((answerId: string) => latest.current.onPick(answerId), []);
  const canAsk = isLast && (actions !== null || isLive);

  return (
    <article
      aria-label={t("compare.group", { count })}
      aria-posinset={props.posInSet}
      aria-setsize={props.setSize}
      data-columns={count}
      className="comparison"
    >
      <h2 className="sr-only">{t("compare.group", { count })}</h2>
      <div className="comparison-switcher">
        <ComparisonSwitcher columns={shown} at={at} onSwitch={swipeTo} />
      </div>
      <div ref={track} data-at={at} className="comparison-track">
        {shown.map(({ message: column, name }, place) => (
          <ComparisonColumn
            key={column.id}
            message={column}
            name={name}
            at={place + 1}
            count={count}
            failure={columns.failures.get(column.id) ?? null}
            stopping={columns.stopping.has(column.id)}
            showReasoning={props.showReasoning}
            onShowReasoningChange={props.onShowReasoningChange}
            picker={picker}
            onStop={stop}
            onRetry={canAsk ? retry : null}
            onPick={actions !== null || (isLast && isLive) ? pick : null}
          />
        ))}
      </div>
      {!isLive && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          {isLast && !isPicked && <p className="text-pretty">{t("compare.first")}</p>}
          <Button size="sm" variant="ghost" onClick={onFold} className="-ml-2.5 text-muted">
            <Rows2 aria-hidden="true" />
            {t("compare.fold")}
          </Button>
          {hasOthers && (
            <BranchWalker
              messageId={message.id}
              beside={beside}
              onSelect={actions?.select ?? null}
              walking={walking}
            />
          )}
        </div>
      )}
    </article>
  );
}
