"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { TemporaryRule } from "@/lib/chat/temporary";
import { TemporaryEnded } from "./temporary-ended";
import { TemporaryMark, type TemporarySpan, TemporaryToggle } from "./temporary-strip";
import { type TemporaryChats, useOpenTemporary, useTemporaryEnd } from "./use-temporary-end";
import { useTemporaryKey } from "./use-temporary-key";

type Act = (input: { chatId: string }) => Promise<{ ok: boolean }>;

export interface TemporaryActions {
  end: Act;
  restore: Act;
}

interface TemporaryFrameProps {
  chatId: string;
  temporary: boolean;
  onTemporary: (temporary: boolean) => void;
  /** The server has a question of it. */
  isBegun: boolean;
  /** Whether one may begin. */
  rule: TemporaryRule;
  held: boolean;
  /** It was asked for by the page's address. */
  wanted: boolean;
  span: TemporarySpan;
  chats: TemporaryChats;
  actions: TemporaryActions;
  /** The list of chats is no longer what it was. */
  onChanged: () => void;
  children: ReactNode;
}

/** Around a conversation: whether it is temporary, what that means, and its end, wherever that comes from. */
export function TemporaryFrame(props: TemporaryFrameProps) {
  const { chatId, temporary, onTemporary, isBegun, rule, held, span, children } = props;
  const router = useRouter();
  const open = useOpenTemporary(props.chats);
  const isOver = useTemporaryEnd(chatId, temporary && isBegun, open);
  const [refused, setRefused] = useState(props.wanted && rule !== "open");
  const { end, ending } = useEnd(props);

  const onToggle = useCallback(() => {
    if (isBegun) return router.push("/?temporary");
    if (rule !== "open") return setRefused(true);
    onTemporary(!temporary);
  }, [isBegun, rule, temporary, onTemporary, router]);
  useTemporaryKey(onToggle);

  if (isOver && !ending) return <TemporaryEnded />;
  return (
    <div className="flex h-full min-h-0 flex-col">
      {!isBegun && <TemporaryToggle on={temporary} {...{ refused, rule, span, open, onToggle }} />}
      {isBegun && temporary && <TemporaryMark {...{ held, span, ending }} onEnd={() => void end()} />}
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}

/** Ends the chat and leads to a new one; a notice takes that back. */
function useEnd({ chatId, actions, onChanged }: TemporaryFrameProps) {
  const t = useTranslations("chat.temporary");
  const common = useTranslations("common");
  const router = useRouter();
  const [ending, setEnding] = useState(false);

  async function restore(): Promise<void> {
    if (!(await succeeded(actions.restore({ chatId })))) return toast.error(t("restoreFailed"));
    onChanged();
    router.push(`/chat/${chatId}`);
  }

  async function end(): Promise<void> {
    setEnding(true);
    if (!(await succeeded(actions.end({ chatId })))) {
      setEnding(false);
      return toast.error(t("endFailed"));
    }
    onChanged();
    router.push("/");
    toast.undo({ message: t("ended"), undoLabel: common("undo"), onUndo: () => void restore() });
  }
  return { end, ending };
}

/** An action that never arrived is one that failed. */
const succeeded = (answer: Promise<{ ok: boolean }>): Promise<boolean> =>
  answer.then(
    ({ ok }) => ok,
    () => false,
  );
