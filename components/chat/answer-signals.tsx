"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { answered } from "./answered";

export type Thumb = 1 | -1;

/** Keeps what a person thinks of an answer. */
export type RateAnswer = (input: {
  chatId: string;
  messageId: string;
  thumb: Thumb | null;
}) => Promise<ActionResult<void>>;

interface AnswerSignals {
  chatId: string;
  /** Given and taken back in this page, by the answer's id: rows come and go, and what they say stays. */
  thumbs: Readonly<Record<string, Thumb | null>>;
  rate: (messageId: string, thumb: Thumb | null, before: Thumb | null) => void;
}

const Signals = createContext<AnswerSignals | null>(null);

interface AnswerSignalsProviderProps {
  chatId: string;
  rateAnswer: RateAnswer;
  children: ReactNode;
}

export function AnswerSignalsProvider({ chatId, rateAnswer, children }: AnswerSignalsProviderProps) {
  const t = useTranslations("chat.thumbs");
  const [thumbs, setThumbs] = useState<AnswerSignals["thumbs"]>({});
  const rate = useCallback<AnswerSignals["rate"]>(
    async (messageId, thumb, before) => {
      const set = (value: Thumb | null) => setThumbs((now) => ({ ...now, [messageId]: value }));
      set(thumb);
      if ((await answered(rateAnswer({ chatId, messageId, thumb }))) !== null) return;
      set(before);
      toast.error(t("failed"));
    },
    [chatId, rateAnswer, t],
  );
  const value = useMemo(() => ({ chatId, thumbs, rate }), [chatId, thumbs, rate]);
  return <Signals value={value}>{children}</Signals>;
}

/** Null where no answers can be rated. */
export const useAnswerSignals = () => useContext(Signals);
