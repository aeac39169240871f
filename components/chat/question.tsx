"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import type { WyeMessage } from "@/lib/chat/message";
import { BranchWalker, type Walking } from "./branch-walker";
import type { MessageActions } from "./message-actions";
import { MessageMenu } from "./message-menu";
import { messageText } from "./message-text";
import { QuestionEditor } from "./question-editor";
import type { SetPosition } from "./set-position";
import { useFocusAfter } from "./use-focus-after";

interface QuestionProps extends SetPosition {
  message: WyeMessage;
  /** Other questions in its place, itself among them. */
  beside: readonly string[] | undefined;
  actions: MessageActions | null;
  walking: Walking;
  maxCharacters: number;
}

export const Question = memo(function Question(props: QuestionProps) {
  const { message, beside, actions, walking, maxCharacters, posInSet, setSize } = props;
  const t = useTranslations("chat");
  const [editing, setEditing] = useState(false);
  const editButton = useFocusAfter(editing);
  const text = messageText(message);

  // While something is written it cannot be sent; what was typed stays.
  if (editing) {
    return (
      <article aria-posinset={posInSet} aria-setsize={setSize}>
        <h2 className="sr-only">{t("yourQuestion")}</h2>
        <QuestionEditor
          text={text}
          maxCharacters={maxCharacters}
          onSend={actions && ((next) => actions.edit(message.id, next))}
          onCancel={() => setEditing(false)}
        />
      </article>
    );
  }
  return (
    <article aria-posinset={posInSet} aria-setsize={setSize} className="group -mb-5 flex flex-col items-end">
      <h2 className="sr-only">{t("yourQuestion")}</h2>
      <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-surface-hover px-4 py-2.5 leading-relaxed">
        {text}
      </p>
      <div className="mt-1 flex min-h-8 items-center pointer-coarse:min-h-10">
        <div className="flex items-center opacity-0 transition-opacity duration-120 focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100 pointer-coarse:opacity-100">
          <CopyButton text={text} label={t("message.copyQuestion")} />
          {actions !== null && (
            <>
              <IconButton ref={editButton} label={t("message.edit")} onClick={() => setEditing(true)}>
                <Pencil />
              </IconButton>
              <MessageMenu messageId={message.id} actions={actions} align="end" />
            </>
          )}
        </div>
        {beside !== undefined && (
          <BranchWalker
            messageId={message.id}
            beside={beside}
            onSelect={actions?.select ?? null}
            walking={walking}
          />
        )}
      </div>
    </article>
  );
});
