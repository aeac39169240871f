"use client";

import { ChevronRight, FoldVertical, Pencil, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import type { MessageMetadata, WyeMessage } from "@/lib/chat/message";
import { AnswerFooter } from "./answer-footer";
import { BranchWalker, type Walking } from "./branch-walker";
import type { Failure } from "./failure";
import { Markdown } from "./markdown/markdown";
import type { MessageActions } from "./message-actions";
import { MessageMenu } from "./message-menu";
import { messageText } from "./message-text";
import type { SetPosition } from "./set-position";
import { SummaryEditor } from "./summary-editor";
import { SummaryEnd } from "./summary-end";
import { useFocusAfter } from "./use-focus-after";

interface SummaryCardProps extends SetPosition {
  message: WyeMessage;
  live: boolean;
  failure: Failure | null;
  beside: readonly string[] | undefined;
  actions: MessageActions | null;
  walking: Walking;
  maxCharacters: number;
  /** It is about to change its height. */
  onFold: () => void;
}

/** What a model is sent in the place of the messages above: read along while it is written, folded afterwards. */
export const SummaryCard = memo(function SummaryCard(props: SummaryCardProps) {
  const { message, live, failure, beside, actions, walking, maxCharacters, onFold } = props;
  const { posInSet, setSize } = props;
  const t = useTranslations("chat.summary");
  const id = useId();
  const [own, setOwn] = useState<boolean | null>(null);
  const [editing, setEditing] = useState(false);
  const { metadata } = message;
  const text = messageText(message);
  const known = failure ?? (metadata?.error ? { kind: "error" as const, error: metadata.error } : null);
  const whole = !live && known === null && metadata?.status === "complete" && text.trim() !== "";
  const open = editing || (own ?? live);
  const parentId = metadata?.parentId ?? null;
  // What it stands for is in another chat, or deleted.
  const isBeginning = parentId === null;
  const count = metadata?.summary?.of ?? 0;
  const editButton = useFocusAfter(editing);
  const again = actions !== null && parentId !== null ? () => actions.summarise(parentId) : null;

  function toggle(): void {
    if (editing) return;
    onFold();
    setOwn(!open);
  }

  function edit(): void {
    onFold();
    setEditing(true);
  }

  return (
    <article aria-busy={live} aria-posinset={posInSet} aria-setsize={setSize}>
      <h2 className="sr-only">{t(isBeginning ? "titleElsewhere" : "title", { count })}</h2>
      {(live || text !== "") && (
        <div className="rounded-xl border border-line bg-surface-sunken">
          <button
            type="button"
            onClick={toggle}
            aria-expanded={open}
            aria-controls={id}
            aria-disabled={editing ? true : undefined}
            className="flex min-h-11 w-full items-center gap-2.5 rounded-xl px-3.5 py-2 text-left text-sm hover:bg-surface-hover"
          >
            {live ? <Spinner /> : <FoldVertical aria-hidden="true" className="size-4 shrink-0 text-muted" />}
            <span className="min-w-0 flex-1 font-medium">
              <Caption metadata={metadata} state={live ? "live" : whole ? "whole" : "unfinished"} />
            </span>
            {metadata?.summary?.editedAt && <span className="shrink-0 text-muted">{t("edited")}</span>}
            <ChevronRight
              aria-hidden="true"
              className={cn(
                "size-4 shrink-0 text-muted transition-transform duration-150",
                open && "rotate-90",
              )}
            />
          </button>
          <div id={id} hidden={!open} className="border-line border-t px-3.5 py-3">
            {editing ? (
              <SummaryEditor
                text={text}
                maxCharacters={maxCharacters}
                onSave={actions && ((next) => actions.editSummary(message.id, next))}
                onClose={() => setEditing(false)}
              />
            ) : (
              open && <Body text={text} live={live} />
            )}
          </div>
        </div>
      )}
      {whole && (
        <p className="mt-2 px-1 text-muted text-sm">
          {t(isBeginning ? "effectElsewhere" : "effect")}{" "}
          {actions !== null && !isBeginning && (
            <button
              type="button"
              onClick={() => actions.continueFrom(message.id)}
              className="rounded-sm text-ink underline underline-offset-2"
            >
              {t("continue")}
            </button>
          )}
        </p>
      )}
      {!live && !whole && (
        <div className={text === "" ? undefined : "mt-3"}>
          <SummaryEnd status={metadata?.status ?? "interrupted"} failure={known} onRetry={again} />
        </div>
      )}
      {metadata !== undefined && (
        <div className={live ? "invisible" : "animate-fade"}>
          <AnswerFooter metadata={metadata} text={text} copyLabel={t("copy")}>
            {whole && actions !== null && (
              <IconButton
                ref={editButton}
                label={t("edit")}
                aria-disabled={editing ? true : undefined}
                onClick={edit}
              >
                <Pencil />
              </IconButton>
            )}
            {whole && again !== null && (
              <IconButton label={t("again")} onClick={again}>
                <RefreshCw />
              </IconButton>
            )}
            {actions !== null && !live && <MessageMenu messageId={message.id} actions={actions} />}
            {beside !== undefined && (
              <BranchWalker
                messageId={message.id}
                beside={beside}
                onSelect={live ? null : (actions?.select ?? null)}
                walking={walking}
              />
            )}
          </AnswerFooter>
        </div>
      )}
    </article>
  );
});

function Body({ text, live }: { text: string; live: boolean }) {
  const t = useTranslations("chat.summary");
  if (text === "") return <p className="text-muted text-sm">{t("nothingYet")}</p>;
  return <Markdown text={text} live={live} />;
}

interface CaptionProps {
  metadata: MessageMetadata | undefined;
  state: "live" | "whole" | "unfinished";
}

function Caption({ metadata, state }: CaptionProps) {
  const t = useTranslations("chat.summary");
  const count = metadata?.summary?.of ?? 0;
  if (state === "unfinished") return t("unfinished");
  if (state === "whole") return t(metadata?.parentId === null ? "titleElsewhere" : "title", { count });
  return metadata?.part ? t("writingPart", metadata.part) : t("writing", { count });
}
